"""openxml-audit finds nothing in the Word files and workbooks of a folder but what is named here."""
import json
import pathlib
import subprocess
import sys

# What it says of files that Microsoft's validator and every program tried take as they are: text in the message, and why.
KNOWN = []


def audited(folder):
    """What it says of each file; all in one run, since it takes longer to start than to read."""
    command = [sys.executable, "-m", "openxml_audit", str(folder), "-r", "-o", "json", "-m", "0"]
    ran = subprocess.run(command, capture_output=True, text=True)
    try:
        return json.loads(ran.stdout)
    except json.JSONDecodeError:
        raise SystemExit(f"{ran.stdout[-500:]} {ran.stderr[-500:]}")


def main(folder):
    files = [one for one in audited(folder) if pathlib.Path(one["file"]).suffix in (".docx", ".xlsx")]
    assert files, "no documents"
    new = known = 0
    for one in files:
        assert one["error_count"] == len(one["errors"]), one["file"]
        for error in one["errors"]:
            message = json.dumps(error, ensure_ascii=False)
            if any(text in message for text, _ in KNOWN):
                known += 1
            else:
                new += 1
                print(f"{one['file']}: {message[:400]}", file=sys.stderr)
    print(f"openxml-audit: {len(files)} files, {new} errors, {known} known ones")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
