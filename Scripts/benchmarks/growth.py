"""How each cost grows with the number of deals, as a picture: SVG, both scales logarithmic, light and dark."""

import math

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 74, 232, 30, 52
LABEL = 17
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #24292f } .light { fill: #57606a } .grid { stroke: #d0d7de }
.page { fill: #ffffff } path { fill: none; stroke-width: 2 }
.c0 { stroke: #0969da } .c1 { stroke: #6e7781; stroke-dasharray: 5 4 } .c2 { stroke: #1a7f37 }
.c3 { stroke: #bc4c00 } .c4 { stroke: #8250df } .c5 { stroke: #bf3989 }
circle { stroke: none } .d0 { fill: #0969da } .d1 { fill: #6e7781 } .d2 { fill: #1a7f37 } .d3 { fill: #bc4c00 }
.d4 { fill: #8250df } .d5 { fill: #bf3989 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .light { fill: #9198a1 } .grid { stroke: #3d444d } .page { fill: #0d1117 }
  .c0 { stroke: #4493f8 } .c1 { stroke: #9198a1 } .c2 { stroke: #3fb950 } .c3 { stroke: #f0883e } .c4 { stroke: #ab7df8 }
  .c5 { stroke: #db61a2 } .d0 { fill: #4493f8 } .d1 { fill: #9198a1 } .d2 { fill: #3fb950 } .d3 { fill: #f0883e }
  .d4 { fill: #ab7df8 } .d5 { fill: #db61a2 }
}
"""


def spoken(seconds):
    if seconds >= 100:
        return f"{seconds:.0f} s"
    return f"{seconds:.2g} s" if seconds >= 1 else f"{seconds * 1000:.2g} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def picture(series):
    """Of names with their points, each (deals, seconds)."""
    rows = sorted({deals for points in series.values() for deals, _ in points})
    times = [seconds for points in series.values() for _, seconds in points]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    span = max(1e-9, math.log10(rows[-1]) - math.log10(rows[0]))

    def x(deals):
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(deals) - math.log10(rows[0])) / span

    def y(seconds):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (math.log10(seconds) - low) / (high - low)

    told = "; ".join(
        f"{name}: " + ", ".join(f"{spoken(seconds)} at {deals:,}" for deals, seconds in points)
        for name, points in series.items())
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title desc">',
        f'<title id="title">Time by number of deals</title><desc id="desc">{told}</desc><style>{STYLE}</style>',
        f'<rect class="page" width="{WIDTH}" height="{HEIGHT}"/>',
    ]
    for power in range(low, high + 1):
        place = y(10.0**power)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{place:.1f}" y2="{place:.1f}"/>')
        words = f"{10**power} s" if power >= 0 else f"{10 ** (power + 3):g} ms"
        parts.append(f'<text class="light" x="{LEFT - 8}" y="{place + 4:.1f}" text-anchor="end">{words}</text>')
    for deals in rows:
        parts.append(
            f'<text class="light" x="{x(deals):.1f}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{deals:,}</text>')
    parts.append(f'<text class="light" x="{LEFT}" y="{HEIGHT - 8}">deals in the registry; both scales logarithmic</text>')
    parts += lines(series, x, y)
    return "\n".join(parts + ["</svg>"]) + "\n"


def lines(series, x, y):
    """Each with its name at its end; names that would lie on each other are moved apart."""
    parts = []
    ends = {name: y(points[-1][1]) for name, points in series.items()}
    floor = HEIGHT - BOTTOM
    for name in sorted(ends, key=ends.get, reverse=True):
        ends[name] = floor = min(ends[name], floor - LABEL)
    for number, (name, points) in enumerate(series.items()):
        path = " L".join(f"{x(deals):.1f} {y(seconds):.1f}" for deals, seconds in points)
        parts.append(f'<path class="c{number}" d="M{path}"/>')
        parts += [f'<circle class="d{number}" r="3.5" cx="{x(d):.1f}" cy="{y(s):.1f}"/>' for d, s in points]
        label = f"{name}, {spoken(points[-1][1])}"
        parts.append(f'<text x="{WIDTH - RIGHT + 12}" y="{ends[name] + 4:.1f}">{label}</text>')
    return parts
