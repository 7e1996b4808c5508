/** The program that travels with an evidence package: whoever has Python 3 verifies it without this product. */
export const verifyPy = `#!/usr/bin/env python3
"""Verifies an evidence package of Zhuzhen's audit. Run it where the package was unpacked: python3 verify.py"""
import glob, hashlib, json, os, sys

os.chdir(os.path.dirname(os.path.abspath(__file__)))

def H(algorithm, data):
    return hashlib.new(algorithm, data).digest()

def rows(path):
    """Rows of a file: the bytes as they were hashed, and the number."""
    data, at = open(path, "rb").read(), 0
    while at < len(data):
        start, n = at, None
        if not data.startswith(b"zhuzhen-audit-1\\n", at):
            raise ValueError(f"{path}: no row at byte {at}")
        at = data.index(b"\\n", at) + 1
        for _ in range(19):
            end = data.index(b" ", at)
            name = data[at:end].decode()
            if data[end + 1 : end + 3] == b"-\\n":
                at = end + 3
                continue
            colon = data.index(b":", end)
            length = int(data[end + 1 : colon])
            value = data[colon + 1 : colon + 1 + length]
            at = colon + 1 + length + 1
            if name == "n":
                n = int(value)
        yield n, data[start:at]

anchored, previous, anchors = {}, None, 0
for path in sorted(glob.glob("anchors/*/*.jsonl")):
    for line in open(path, "rb"):
        line = line.rstrip(b"\\n")
        try:
            said = json.loads(line)
        except ValueError:
            continue
        if previous and previous[0] == os.path.dirname(path) and previous[1] + 1 == said["sequence"]:
            if said["previous"] != previous[2]:
                sys.exit(f"BAD: anchor {previous[1]} in {path} is not what was written")
        previous = (os.path.dirname(path), said["sequence"], H(said["algorithm"], line).hex())
        anchors += 1
        for seal in said["seals"]:
            anchored.setdefault((seal["county"], seal["day"], seal["upto"]), seal["hash"])

heads, total, held = {}, 0, 0
seals = {}
for line in open("heads.jsonl"):
    head = json.loads(line)
    heads[head["county"]] = (head["day"], head["hash"])
for path in glob.glob("seals/*.jsonl"):
    for line in open(path):
        seal = json.loads(line)
        seals.setdefault((seal["day"], seal["county"]), []).append(seal)

for day, county in sorted(seals):
    algorithm = seals[day, county][0]["algorithm"]
    before = heads.get(county, ("-", "-"))
    text = "\\n".join(["zhuzhen-audit-day-1", county, day, before[0], before[1]]) + "\\n"
    now, at = H(algorithm, text.encode()), 0
    given = [r for p in sorted(glob.glob(f"rows/{day}/{county}-*.txt")) for r in rows(p)]
    for seal in sorted(seals[day, county], key=lambda s: s["upto"]):
        for n in range(at + 1, seal["upto"] + 1):
            if n > len(given) or given[n - 1][0] != n:
                sys.exit(f"BAD: row {n} of {county} on {day} is missing or out of order")
            now = H(seal["algorithm"], now + given[n - 1][1])
            mark = seal["marks"][(n - at - 1) * 8 : (n - at) * 8]
            if now.hex()[:8] != mark:
                sys.exit(f"BAD: row {n} of {county} on {day} is not what was sealed")
        at = seal["upto"]
        if now.hex() != seal["hash"]:
            sys.exit(f"BAD: rows up to {at} of {county} on {day} are not what was sealed")
        known = anchored.get((county, day, at))
        if known and known != seal["hash"]:
            sys.exit(f"BAD: rows up to {at} of {county} on {day} were sealed anew after they were anchored")
        held += 1 if known else 0
    total += at
    heads[county] = (day, now.hex())

print(f"OK: {total} rows, {sum(map(len, seals.values()))} seals, {held} of them in {anchors} anchors of this package")
`;
