# Opens a registry's snapshot with the programs that people use, and prints what each sums and what one of them reads
# otherwise. Given: the snapshot.
import glob, importlib.util, json, os, socket, sqlite3, subprocess, sys, time, urllib.request
import duckdb, pandas, sqlite_utils

path = sys.argv[1]
tools = os.path.dirname(sys.executable)
own = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
views = [name for name, in own.execute("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")]

def in_order(rows):
    def key(row): return [(value is None, str(type(value)), str(value)) for value in row]
    return sorted((tuple(row) for row in rows), key=key)

expected = {view: in_order(own.execute(f"SELECT * FROM {view}")) for view in views}
columns = {view: [c[0] for c in own.execute(f"SELECT * FROM {view}").description] for view in views}
print(len(views), "views,", sum(1 for view in views if expected[view]), "with rows")

def compare(program, view, rows):
    if in_order(rows) != expected[view]: print(f"{program} reads {view} otherwise")

def objects(text, view):
    return [tuple(row[c] for c in columns[view]) for row in json.loads(text or "[]")]

for view in views:
    command = ["sqlite3", "-readonly", "-json", path, f"SELECT * FROM {view}"]
    shell = subprocess.run(command, capture_output=True, text=True, check=True)
    compare("sqlite3", view, objects(shell.stdout, view))
    compare("sqlite-utils", view, [tuple(row[c] for c in columns[view]) for row in sqlite_utils.Database(own)[view].rows])

duck = duckdb.connect()
scanner = os.path.dirname(importlib.util.find_spec("duckdb_extension_sqlite_scanner").origin)
duck.execute(f"LOAD '{glob.glob(scanner + '/extensions/*/sqlite_scanner.duckdb_extension')[0]}'")
duck.execute(f"ATTACH '{path}' AS registry (TYPE sqlite, READ_ONLY)")
duck.execute("USE registry")
for view in views: compare("DuckDB", view, duck.execute(f"SELECT * FROM {view}").fetchall())

frame = pandas.read_sql("SELECT * FROM deals", own)
print("pandas:", len(frame), int(frame["amount_fen"].sum()))
print("DuckDB:", *duck.execute("SELECT count(*), sum(amount_fen) FROM deals").fetchone())

with socket.socket() as place:
    place.bind(("127.0.0.1", 0))
    port = place.getsockname()[1]
server = subprocess.Popen(
    [f"{tools}/datasette", "serve", "-i", path, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    name = os.path.basename(path).removesuffix(".sqlite")
    def get(view):
        address = f"http://127.0.0.1:{port}/{name}/{view}.json?_shape=objects&_size=max"
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, json.load(answer)
    for attempt in range(600):
        try:
            get(views[0])
            break
        except OSError:
            time.sleep(0.1)
    for view in views:
        status, answer = get(view)
        if status != 200: print(f"Datasette answers {status} for {view}")
        compare("Datasette", view, [tuple(row[c] for c in columns[view]) for row in answer["rows"]])
    print("Datasette:", len(get("deals")[1]["rows"]))
finally:
    server.terminate()
    server.wait()
