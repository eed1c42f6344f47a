//! `dabir import` with the real program: minutes in, the same archive out, nothing twice.

use crate::office::{MINUTES, Office, real_minutes};
use serde_json::Value;
use std::collections::HashMap;

fn texts(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .map(|items| items.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default()
}

/// Resolutions by the ordinal of their session and their row.
fn by_session_and_row(office: &Office) -> HashMap<(u64, Option<u64>), Value> {
    let sessions = office.json(&["sessions"]);
    let ordinals: HashMap<&str, (u64, &str)> = sessions
        .as_array()
        .unwrap()
        .iter()
        .map(|s| {
            (
                s["id"].as_str().unwrap(),
                (s["ordinal"].as_u64().unwrap(), s["body"].as_str().unwrap()),
            )
        })
        .collect();
    let rows = office.json(&["resolutions"]);
    let mut found = HashMap::new();
    for row in rows.as_array().unwrap() {
        let (ordinal, body) = ordinals[row["session"].as_str().unwrap()];
        // Two of the three minutes are of an eighth session; the headquarters' one is told apart by its name.
        let key = if body.starts_with("قرارگاه") {
            100 + ordinal
        } else {
            ordinal
        };
        found.insert((key, row["row"].as_u64()), row.clone());
    }
    found
}

#[test]
fn the_three_real_minutes_give_their_resolutions_warnings_and_due_dates() {
    let Some(files) = real_minutes() else { return };
    let office = Office::new();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    office.done(&[&["import"], files.as_slice()].concat());

    let counts: Vec<u64> = office
        .json(&["sessions"])
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["resolutions"].as_u64().unwrap())
        .collect();
    assert_eq!(
        {
            let mut sorted = counts;
            sorted.sort_unstable();
            sorted
        },
        [3, 8, 11]
    );

    let rows = by_session_and_row(&office);
    let numbered = |session: u64| {
        rows.keys()
            .filter(|(s, row)| *s == session && row.is_some())
            .count()
    };
    assert_eq!((numbered(17), numbered(108), numbered(8)), (7, 11, 3));
    assert!(
        rows.contains_key(&(17, None)),
        "the last one of the first file has no number"
    );

    for (row, other) in [(4, "۶"), (6, "۴"), (5, "۷"), (7, "۵")] {
        let warnings = texts(&rows[&(17, Some(row))]["warnings"]).join(" ");
        assert!(warnings.contains(&format!("ردیف {other}")), "{row}: {warnings}");
    }

    let due = |session, row| {
        rows[&(session, Some(row))]["deadline"]["due"]["jalali"]
            .as_str()
            .map(str::to_owned)
    };
    assert_eq!(due(8, 3).as_deref(), Some("1402/02/28"));
    assert_eq!(rows[&(8, Some(3))]["deadline"]["kind"], "at_most");
    // Held on 1401/03/12: ten days, one week, two weeks, one month.
    assert_eq!(due(108, 2).as_deref(), Some("1401/03/22"));
    assert_eq!(due(108, 9).as_deref(), Some("1401/03/22"));
    assert_eq!(due(108, 3).as_deref(), Some("1401/03/19"));
    assert_eq!(due(108, 5).as_deref(), Some("1401/03/26"));
    assert_eq!(due(108, 1).as_deref(), Some("1401/04/12"));
    for row in 1..=2 {
        assert_eq!(rows[&(8, Some(row))]["deadline"]["kind"], "asap");
        assert_eq!(due(8, row), None);
    }
    for row in 1..=2 {
        assert_eq!(rows[&(17, Some(row))]["deadline"]["kind"], "until_result");
    }
}

#[test]
fn the_real_minutes_go_through_an_archive_unchanged() {
    let Some(files) = real_minutes() else { return };
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let (one, two) = (Office::new(), Office::new());
    one.done(&[&["import"], files.as_slice()].concat());
    let (first, second) = (one.path("a.json"), two.path("b.json"));
    one.done(&["export", "archive", "--to", first.to_str().unwrap()]);
    two.done(&["import", first.to_str().unwrap()]);
    two.done(&["export", "archive", "--to", second.to_str().unwrap()]);
    assert!(
        std::fs::read(first).unwrap() == std::fs::read(second).unwrap(),
        "the archives differ"
    );
    assert_eq!(one.json(&["resolutions"]), two.json(&["resolutions"]));
    two.done(&["check"]);
}

#[test]
fn made_up_minutes_are_reported_stored_and_found() {
    let office = Office::new();
    let file = office.file("m.txt", MINUTES);
    let report = office.done(&["import", &file]);
    for understood in [
        "کمیته آب",
        "جلسه شماره ۳",
        "۱۴۰۲/۰۴/۱۳",
        "دستور کار: ۲",
        "مصوبه: ۲",
    ] {
        assert!(report.contains(understood), "{understood}: {report}");
    }
    let rows = office.json(&["resolutions", "مسئول:فاضلاب"]);
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!(rows[0]["deadline"]["due"]["jalali"], "1402/10/13");
    assert_eq!(texts(&rows[0]["responsible"]).len(), 2);
    let session = &office.json(&["sessions", "--year", "۱۴۰۲"])[0];
    assert_eq!(
        (&session["ordinal"], &session["start"]),
        (&3.into(), &"09:30".into())
    );
    assert_eq!(session["weekday"], "سه\u{200c}شنبه");
}

#[test]
fn the_same_file_again_changes_nothing_and_says_so() {
    let office = Office::new();
    let file = office.file("m.txt", MINUTES);
    office.done(&["import", &file]);
    let before = office.json(&["history"]);
    let again = office.done(&["import", &file]);
    assert!(again.contains("پیش‌تر وارد شده"), "{again}");
    assert_eq!(office.json(&["history"]), before);

    let archive = office.path("a.json").display().to_string();
    office.done(&["export", "archive", "--to", &archive]);
    assert!(office.done(&["import", &archive]).contains("چیزی تغییر نکرد"));
    assert_eq!(office.json(&["history"]), before);
}

#[test]
fn a_rehearsal_says_the_same_and_writes_nothing_not_even_a_store() {
    let office = Office::new();
    let file = office.file("m.txt", MINUTES);
    let rehearsal = office.done(&["import", "--dry-run", &file]);
    assert!(!office.path("store").exists());
    let done = office.done(&["import", &file]);
    let understood = |report: &str| {
        report
            .lines()
            .take_while(|line| !line.contains("شناسه"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let rehearsed: Vec<String> = rehearsal
        .lines()
        .filter(|line| !line.contains("آزمایشی"))
        .map(str::to_owned)
        .collect();
    assert_eq!(rehearsed, understood(&done));
}

#[test]
fn an_unknown_body_is_refused_for_this_file_alone_and_can_be_given() {
    let office = Office::new();
    let nameless = office.file("nameless.txt", "Minutes of a meeting\nNothing in Persian.\n");
    let good = office.file("m.txt", MINUTES);
    let ran = office.run(&["import", &nameless, &good]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("nameless.txt") && ran.err.contains("--body"),
        "{}",
        ran.err
    );
    assert_eq!(office.json(&["sessions"]).as_array().unwrap().len(), 1);

    let report = office.done(&["import", &nameless, "--body", "کمیته آزمون", "--date", "۱۴۰۱/۲/۳"]);
    assert!(
        report.contains("Nothing in Persian."),
        "kept lines are shown: {report}"
    );
    let sessions = office.json(&["sessions", "--body", "آزمون"]);
    assert_eq!(sessions[0]["date"]["iso"], "2022-04-23");
}

#[test]
fn minutes_without_a_date_are_taken_and_that_is_said() {
    let office = Office::new();
    let file = office.file("m.txt", MINUTES.replace("تاریخ جلسه: ۱۴۰۲/۰۴/۱۳\n", ""));
    assert!(office.done(&["import", &file]).contains("--date"));
    let session = &office.json(&["sessions"])[0];
    assert_eq!(
        (&session["date"], &session["weekday"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(texts(&session["warnings"]).len(), 1);
}

#[test]
fn lists_of_organisations_and_members_come_from_csv_once() {
    let office = Office::new();
    let organisations = office.file(
        "o.csv",
        "دستگاه,نام‌های دیگر\nاداره منابع آب,آب؛ منابع آب\nبخشداری مرکزی,\n",
    );
    let members = office.file(
        "m.csv",
        "ترتیب,دستگاه,نام,سمت,از\n۲,بخشداری مرکزی,نام دو,بخشدار,\n۱,منابع آب,نام یک,رئیس,۱۴۰۱/۱/۱\n",
    );
    office.done(&["import", &organisations]);
    let ran = office.run(&["import", &members]);
    assert_eq!(ran.code, 1, "a list of members needs a body");
    office.done(&["import", &members, "--body", "کمیته آب"]);

    let listed = office.json(&["members"]);
    let seats: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["seat"].as_str().unwrap())
        .collect();
    assert_eq!(seats, ["منابع آب", "بخشداری مرکزی"]);
    assert_eq!(listed[0]["holder"], "نام یک");
    let known = office.json(&["organisations"]);
    assert_eq!(
        known.as_array().unwrap().len(),
        2,
        "a name that is known makes no second organisation: {known}"
    );

    let before = office.json(&["history"]);
    assert!(
        office
            .done(&["import", &members, "--body", "کمیته آب"])
            .contains("چیزی تغییر نکرد")
    );
    assert_eq!(office.json(&["history"]), before);

    // A new name in a seat is its next holder.
    let next = office.file(
        "n.csv",
        "دستگاه,نام,از,کارگروه\nمنابع آب,نام سه,۱۴۰۲/۱/۱,کمیته آب\n",
    );
    office.done(&["import", &next]);
    assert_eq!(
        office.json(&["members", "--today", "1402/2/1"])[0]["holder"],
        "نام سه"
    );
    assert_eq!(
        office.json(&["members", "--today", "1401/2/1"])[0]["holder"],
        "نام یک"
    );
    let seat = listed[0]["id"].as_str().unwrap();
    let history = office.done(&["history", seat]);
    assert!(
        history.contains(" · در این جا تا: ۱۴۰۱/۱۲/۲۹\nنام شخص ۲: — ← نام سه · در این جا از: ۱۴۰۲/۰۱/۰۱"),
        "{history}"
    );
    let english = office.done(&["history", seat, "--lang", "en"]);
    assert!(english.contains(": — → نام سه"), "{english}");
}

#[test]
fn minutes_come_from_word() {
    use std::io::Write;
    let office = Office::new();
    let paragraphs: String = MINUTES
        .lines()
        .map(|line| match line.contains('\t') {
            true => {
                let cells = line
                    .split('\t')
                    .map(|cell| format!("<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"));
                format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cells.collect::<String>())
            }
            false => format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"),
        })
        .collect();
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>");
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file("word/document.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    let file = office.file("m.docx", archive.finish().unwrap().into_inner());
    office.done(&["import", &file]);
    let rows = office.json(&["resolutions"]);
    assert_eq!(rows.as_array().unwrap().len(), 2);
    assert_eq!(rows[0]["deadline"]["due"]["jalali"], "1402/04/27");
}

/// The made-up minutes as a web page, as rich text and as a flat text of LibreOffice.
fn in_other_formats() -> [(&'static str, String); 3] {
    let rows = |line: &str, open: &str, close: &str| -> String {
        let cells = line.split('\t').map(|cell| format!("{open}{cell}{close}"));
        cells.collect()
    };
    let (mut page, mut rich, mut flat) = (String::new(), String::new(), String::new());
    for line in MINUTES.lines() {
        let units: String = line
            .encode_utf16()
            .map(|unit| format!("\\u{}?", unit as i16))
            .collect();
        if line.contains('\t') {
            page += &format!("<table><tr>{}</tr></table>", rows(line, "<td><p>", "</p></td>"));
            rich += &format!("\\pard\\intbl {}\\cell\\row ", units.replace("\\u9?", "\\cell "));
            let cells = rows(line, "<table:table-cell><text:p>", "</text:p></table:table-cell>");
            flat += &format!("<table:table><table:table-row>{cells}</table:table-row></table:table>");
        } else {
            page += &format!("<p>{line}</p>");
            rich += &format!("\\pard {units}\\par ");
            flat += &format!("<text:p>{line}</text:p>");
        }
    }
    [
        (
            "m.doc",
            format!("<html><head><meta charset=utf-8></head><body>{page}</body></html>"),
        ),
        ("m2.doc", format!("{{\\rtf1\\ansi\\ansicpg1256 {rich}}}")),
        (
            "m.fodt",
            format!(
                "<office:document xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body>{flat}</office:body></office:document>"
            ),
        ),
    ]
}

#[test]
fn minutes_come_from_web_pages_rich_text_and_libreoffice_alike() {
    let from_text = Office::new();
    from_text.done(&["import", &from_text.file("m.txt", MINUTES)]);
    let wordings = |office: &Office| -> Vec<(String, Value)> {
        let rows = office.json(&["resolutions"]);
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| (row["text"].to_string(), row["deadline"].clone()))
            .collect()
    };
    for (name, text) in in_other_formats() {
        let office = Office::new();
        office.done(&["import", &office.file(name, text)]);
        assert_eq!(wordings(&office), wordings(&from_text), "{name}");
    }
}

#[test]
fn a_transcript_becomes_notes_with_speaker_and_time_once_its_body_is_given() {
    let office = Office::new();
    let text = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v آقای رستگار>آب کم است\n\n00:00:04.000 --> 00:00:06.000\n\
                <v آقای رستگار>و چاه خشک\n\n00:02:10.000 --> 00:02:12.000\n<v خانم نیکو>موافقم\n";
    let file = office.file("talk.vtt", text);
    let ran = office.run(&["import", &file]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    let report = office.done(&["import", &file, "--body", "کمیته آب", "--date", "1402/04/13"]);
    assert!(report.contains("از ۳ بخش ۲ مطلب"), "{report}");
    let session = &office.json(&["sessions"])[0];
    let notes = &session["notes"];
    assert_eq!(notes[0]["speaker"], "آقای رستگار");
    assert_eq!(notes[0]["text"], "آب کم است و چاه خشک");
    assert_eq!(notes[1]["text"], "موافقم");
    assert_eq!(session["date"]["jalali"], "1402/04/13");
}

#[test]
fn text_of_pages_is_put_right_and_that_is_said() {
    let office = Office::new();
    let lines = MINUTES.replace('\t', "     ");
    let backwards: Vec<String> = lines.lines().map(|line| line.chars().rev().collect()).collect();
    let file = office.file("pages.txt", backwards.join("\n"));
    let report = office.done(&["import", &file, "--body", "کمیته آب"]);
    assert!(report.contains("وارونه") && report.contains("PDF"), "{report}");
}

#[cfg(unix)]
#[test]
fn on_a_terminal_an_unknown_body_and_date_are_asked_for() {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::{Read, Write};
    let office = Office::new();
    let file = office.file("m.txt", "گزارش نشست\nمقرر شد شبکه آب بازدید شود.\n");
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dabir"));
    command.args(["--store", office.path("store").to_str().unwrap(), "import", &file]);
    command.env("HOME", office.folder.path());
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    // Typed ahead: the terminal keeps the lines until they are asked for. The second answer is no day.
    let mut keys = pair.master.take_writer().unwrap();
    keys.write_all("کمیته آب\nفردا\n۱۴۰۲/۴/۱۳\n".as_bytes()).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut shown = Vec::new();
    // A terminal whose last program has gone ends with an error on Linux.
    let _ = reader.read_to_end(&mut shown);
    assert!(
        child.wait().unwrap().success(),
        "{}",
        String::from_utf8_lossy(&shown)
    );
    let session = &office.json(&["sessions"])[0];
    assert_eq!(
        (&session["body"], &session["date"]["iso"]),
        (&"کمیته آب".into(), &"2023-07-04".into())
    );
}
