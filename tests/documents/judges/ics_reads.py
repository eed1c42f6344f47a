"""A calendar, read by icalendar of PyPI: every meeting and every task with its day, its words and its state; the hour of a
meeting is the one that clocks in Tehran showed (IANA tz)."""
import datetime
import json
import pathlib
import sys
import zoneinfo

import icalendar

TEHRAN = zoneinfo.ZoneInfo("Asia/Tehran")


def main(folder):
    file = pathlib.Path(folder) / "calendar.ics"
    data = file.read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b""), "lines end with CR LF"
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), "lines are folded"
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors
    expected = json.loads((pathlib.Path(folder) / "calendar.json").read_text("utf-8"))
    events = {str(one["UID"]): one for one in calendar.walk("VEVENT")}
    assert len(events) == len(expected["meetings"])
    for meeting in expected["meetings"]:
        event = events[meeting["uid"]]
        assert not event.errors and event["DTSTAMP"].dt.tzinfo
        assert str(event["SUMMARY"]) == meeting["summary"]
        start = event["DTSTART"].dt
        if meeting["start"] is None:
            assert type(start) is datetime.date and start.isoformat() == meeting["day"], meeting
        else:
            shown = start.astimezone(TEHRAN)
            assert shown.strftime("%Y-%m-%d %H:%M") == f"{meeting['day']} {meeting['start']}", (meeting, shown)
    todos = {str(one["UID"]): one for one in calendar.walk("VTODO")}
    assert len(todos) == len(expected["tasks"])
    for task in expected["tasks"]:
        todo = todos[task["uid"]]
        assert not todo.errors
        assert str(todo["SUMMARY"]) == task["summary"]
        assert type(todo["DUE"].dt) is datetime.date and todo["DUE"].dt.isoformat() == task["due"], task
        assert str(todo["STATUS"]) == ("COMPLETED" if task["done"] else "NEEDS-ACTION"), task
    print(f"icalendar: {len(events)} meetings, {len(todos)} tasks")


main(sys.argv[1])
