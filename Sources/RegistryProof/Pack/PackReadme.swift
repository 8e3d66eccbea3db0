import RegistryStore

/// What an auditor reads first in a pack. Its lines that begin with four spaces can be run by a shell as they stand.
enum PackReadme {
    static func text(_ moment: Moment) -> String {
        """
        What a registry recorded up to change \(moment.change) of \(moment.recordedAt),
        in the very lines that were sealed.

        checkpoint.json    the seal of change \(moment.change), with the totals that follow from the records
        columns.csv        the columns of the lines, for each seal format and table
        SHA256SUMS         the digest of every file
        changes/00000/00000079/seal.txt          what change 79 says of itself
        changes/00000/00000079/deal.new.csv      the deals that it recorded
        changes/00000/00000079/deal.changed.csv  deals that were there before, as they were after it

        The SHA-256 of a seal.txt is the seal of its change. It names its format; the seal before; the change's
        number, command, reason, actor, login, user number, host and time; and for each table the number of new
        rows and their SHA-256, the number of changed rows and theirs.

        A line is CSV as RFC 4180 has it, ended by a line feed; an empty field is no value, "" an empty text. The
        name and the credit code of a party are not here: the digest of salt, name and code stands for them.

        To check it, with a shell in a folder of your own, after tar xf. Where there are more than a thousand
        changes they come in archives of their own:

            for part in changes/*.tar; do test ! -e "$part" || { tar xf "$part" && rm "$part"; }; done

        Every file is what its digest says:

            sha256sum --quiet --check SHA256SUMS

        Every seal follows the one before and names the files of its change, no more and no fewer:

            previous=
            for folder in changes/*/*; do
              grep -qx "previous,$previous" "$folder/seal.txt" || echo "$folder does not follow the change before"
              named=$(grep -E '^[a-z_]+,[0-9]+,[0-9a-f]{64},[0-9]+,[0-9a-f]{64}$' "$folder/seal.txt" |
                awk -F, '$2 > 0 { print $3 "  " $1 ".new.csv" } $4 > 0 { print $5 "  " $1 ".changed.csv" }' | sort)
              found=$(cd "$folder" && ls | grep csv | xargs -r sha256sum | sort)
              test "$named" = "$found" || echo "$folder holds other rows than were sealed"
              previous=$(sha256sum <"$folder/seal.txt" | cut -c 1-64)
            done

        The last seal is that of the checkpoint. Compare it with a checkpoint that was kept elsewhere:

            grep -q "\\"seal\\": \\"$previous\\"" checkpoint.json && echo "the seals hold up to $previous"

        To look at the rows with SQLite, the deals as they were first recorded for example:

            sqlite3 deals.sqlite "CREATE TABLE deal ($(grep '^1,deal,' columns.csv | cut -d , -f 3 | tr ' ' ,))"
            cat changes/*/*/deal.new.csv | sqlite3 deals.sqlite '.import --csv /dev/stdin deal'
            sqlite3 deals.sqlite 'SELECT count(*), sum(amount_fen) FROM deal'

        """
    }
}
