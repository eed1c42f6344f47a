"""openxml-audit finds nothing in the Word files and workbooks of a folder but what is named here."""
import json
import pathlib
import subprocess
import sys

# What it says of files that Microsoft's validator and every program tried take as they are: text in the message, and why.
KNOWN = []


def errors_of(path):
    command = [sys.executable, "-m", "openxml_audit", str(path), "-o", "json", "-m", "0"]
    ran = subprocess.run(command, capture_output=True, text=True)
    try:
        told = json.loads(ran.stdout)
    except json.JSONDecodeError:
        raise SystemExit(f"{path.name}: {ran.stdout[-500:]} {ran.stderr[-500:]}")
    told = told[0] if isinstance(told, list) else told
    return told.get("errors", [])


def main(folder):
    files = sorted(path for path in pathlib.Path(folder).iterdir() if path.suffix in (".docx", ".xlsx"))
    assert files, "no documents"
    new = known = 0
    for path in files:
        for error in errors_of(path):
            message = json.dumps(error, ensure_ascii=False)
            if any(text in message for text, _ in KNOWN):
                known += 1
            else:
                new += 1
                print(f"{path.name}: {message[:400]}", file=sys.stderr)
    print(f"openxml-audit: {len(files)} files, {new} errors, {known} known ones")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
