//! Documents given out by the real program: where they go, what is never overwritten, and what is refused.
//! It does not know what stands in a document beyond the words it looks for.

use crate::office::{MINUTES, Office, ran};
use std::fs;

fn filled() -> Office {
    let office = Office::new();
    office.done(&["demo", "--no-open"]);
    office
}

/// The id of a session that has a day and resolutions.
pub fn session(office: &Office) -> String {
    let sessions = office.json(&["sessions"]);
    let sessions = sessions.as_array().unwrap().iter();
    let mut fit = sessions.filter(|one| !one["date"].is_null() && one["resolutions"].as_u64() > Some(2));
    fit.next().unwrap()["id"].as_str().unwrap().to_owned()
}

/// Runs what must be refused; returns its words.
fn refused(office: &Office, arguments: &[&str], code: i32) -> String {
    let ran = office.run(arguments);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (code, ""),
        "{arguments:?}: {}",
        ran.err
    );
    ran.err
}

#[test]
fn minutes_go_to_a_file_to_a_folder_and_to_standard_output() {
    let office = filled();
    let id = session(&office);
    let file = office.path("m.json").display().to_string();
    let ran = office.run(&["export", "minutes", &id, "--to", &file]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains(&file), "{}", ran.err);
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains(&id));
    let printed = office.done(&["export", "minutes", &id, "--to", "-", "--as", "json"]);
    assert_eq!(printed, written);
    let folder = office.path("papers");
    fs::create_dir(&folder).unwrap();
    let into = folder.display().to_string();
    office.done(&["export", "minutes", &id, "--to", &into, "--as", "json"]);
    let names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 1);
    assert!(
        names[0].starts_with("صورتجلسه ") && names[0].ends_with(".json"),
        "{names:?}"
    );
}

#[test]
fn sheets_and_a_calendar_are_given_out_by_the_ending_of_the_name() {
    let office = filled();
    let to = |name: &str| office.path(name).display().to_string();
    for (what, name, begins) in [
        ("register", "r.xlsx", "PK"),
        ("report", "f.xlsx", "PK"),
        ("attendance", "a.csv", "\u{feff}"),
        ("calendar", "c.ics", "BEGIN:VCALENDAR"),
    ] {
        let (file, mark): (_, &[&str]) = (to(name), if name.ends_with("csv") { &["--bom"] } else { &[] });
        office.done(&[&["export", what, "--to", &file], mark].concat());
        let bytes = fs::read(&file).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{what}");
    }
    let said = refused(
        &office,
        &["export", "register", "--body", "نیست", "--to", &to("n.xlsx")],
        1,
    );
    assert!(said.contains("نیست"), "{said}");
}

#[test]
fn minutes_are_given_out_in_every_format_by_the_ending_of_the_name() {
    let office = filled();
    let id = session(&office);
    let to = |name: &str| office.path(name).display().to_string();
    for (name, begins) in [
        ("m.docx", "PK"),
        ("m.pdf", "%PDF-"),
        ("m.html", "<!DOCTYPE html>"),
        ("m.md", ""),
        ("m.txt", ""),
        ("m.xlsx", "PK"),
        ("m.csv", ""),
        ("m.json", "{"),
    ] {
        let file = to(name);
        office.done(&["export", "minutes", &id, "--to", &file]);
        let bytes = fs::read(&file).unwrap();
        let start = String::from_utf8_lossy(&bytes[..20]).to_lowercase();
        assert!(start.starts_with(&begins.to_lowercase()), "{name}: {start}");
    }
    let printed = office.done(&["export", "minutes", &id, "--to", "-", "--as", "txt"]);
    assert_eq!(printed, fs::read_to_string(to("m.txt")).unwrap());
    assert!(!printed.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']));
}

#[test]
fn all_papers_of_a_session_go_into_a_folder_that_is_made() {
    let office = filled();
    let id = session(&office);
    let folder = office.path("papers");
    let to = folder.display().to_string();
    office.done(&["export", "session", &id, "--to", &to]);
    let count = fs::read_dir(&folder).unwrap().count();
    assert!(count >= 2, "{count}");
    let said = refused(&office, &["export", "session", &id, "--to", &to], 1);
    assert!(said.contains("--force"), "{said}");
    office.done(&["export", "session", &id, "--to", &to, "--force"]);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), count);
    let deep = office.path("none/papers").display().to_string();
    let said = refused(&office, &["export", "session", &id, "--to", &deep], 1);
    assert!(said.contains("none/papers"), "{said}");
}

#[test]
fn a_session_without_a_date_has_no_papers_but_its_data() {
    let office = Office::new();
    let undated = MINUTES.replace("تاریخ جلسه: ۱۴۰۲/۰۴/۱۳\n", "");
    let minutes = office.file("m.txt", undated);
    office.done(&["import", &minutes]);
    let sessions = office.json(&["sessions"]);
    let id = sessions[0]["id"].as_str().unwrap();
    assert!(sessions[0]["date"].is_null());
    let to = office.path("m.docx").display().to_string();
    let said = refused(&office, &["export", "minutes", id, "--to", &to], 1);
    assert!(said.contains("تاریخ"), "{said}");
    assert!(!office.path("m.docx").exists());
    office.done(&["export", "minutes", id, "--to", "-", "--as", "json"]);
}

#[test]
fn the_fonts_of_the_settings_are_used_and_a_bad_one_is_named() {
    let office = filled();
    let id = session(&office);
    let font = office.file("f.ttf", "no font");
    let with = |font: &str| {
        let text = format!("[documents]\nfont = \"B Nazanin\"\nfont_file = \"{font}\"\n");
        office.file("c.toml", text)
    };
    let to = office.path("m.pdf").display().to_string();
    let config = with(&font);
    let said = refused(
        &office,
        &["--config", &config, "export", "minutes", &id, "--to", &to],
        1,
    );
    assert!(said.contains("قلم"), "{said}");
    let config = with("/no/such.ttf");
    let said = refused(
        &office,
        &["--config", &config, "export", "minutes", &id, "--to", &to],
        1,
    );
    assert!(said.contains("/no/such.ttf"), "{said}");
    assert!(!office.path("m.pdf").exists());
}

#[test]
fn letters_are_numbered_and_their_notification_is_recorded_in_the_same_step() {
    let office = filled();
    let sessions = office.json(&["sessions"]);
    let sessions = sessions.as_array().unwrap().iter();
    let mut fit = sessions.filter(|one| one["state"] == "final" && one["resolutions"].as_u64() > Some(2));
    let id = fit.next().unwrap()["id"].as_str().unwrap().to_owned();
    let to = office.path("letters").display().to_string();
    let number = [
        "--number-from",
        "۳۲/۱۱/۹۹",
        "--notified",
        "1405/08/20",
        "--as",
        "txt",
    ];
    let asked = [&["export", "letters", &id, "--to", &to][..], &number].concat();
    // Another day is recorded already.
    let said = refused(&office, &asked, 1);
    assert!(said.contains("ثبت شده است") && said.contains("--force"), "{said}");
    assert!(!office.path("letters").exists());
    let ran = office.run(&[&asked[..], &["--force"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("۱۴۰۵/۰۸/۲۰"), "{}", ran.err);
    let mut texts = fs::read_dir(office.path("letters")).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        fs::read_to_string(path).unwrap()
    });
    assert!(texts.any(|text| text.contains("۳۲/۱۱/۹۹")));
    let shown = office.done(&["show", &id]);
    assert!(shown.contains("۱۴۰۵/۰۸/۲۰"), "{shown}");
    // The same day again is no question; what was not written is not notified.
    let said = refused(&office, &asked, 1);
    assert!(said.contains("ابلاغ ثبت نشد"), "{said}");
    let wrong = ["export", "letters", &id, "--to", &to, "--number-from", "بی‌شماره"];
    refused(&office, &wrong, 2);
}

#[test]
fn reminders_are_recorded_among_the_follow_ups_where_that_is_wished() {
    let office = filled();
    let to = |name: &str| office.path(name).display().to_string();
    let count = || {
        let rows = office.json(&["open"]);
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row["follow_ups"].as_array().unwrap().len())
            .sum::<usize>()
    };
    let (before, a, b, c) = (count(), to("a"), to("b"), to("c"));
    let numbered = ["--number-from", "۱۲/۷", "--as", "txt"];
    let asked = [&["export", "reminders", "--to", &a][..], &numbered].concat();
    office.done(&asked);
    assert_eq!(count(), before);
    let asked = [&["export", "reminders", "--to", &b, "--record"][..], &numbered].concat();
    let ran = office.run(&asked);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let letters = fs::read_dir(&b).unwrap().count();
    assert!(count() >= before + letters, "{letters}");
    // The next ones name the letters that went out.
    office.done(&["export", "reminders", "--to", &c, "--as", "txt"]);
    let mut texts = fs::read_dir(&c)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    assert!(texts.all(|text| text.contains("یادآوری مجدد") && text.contains("نامه ۱۲/")));
}

#[test]
fn a_session_whose_resolutions_name_nobody_has_no_letters() {
    let office = Office::new();
    let minutes = MINUTES
        .replace("\tاداره منابع آب", "\t")
        .replace("\tشرکت آب و فاضلاب؛ بخشداری", "\t");
    office.done(&["import", &office.file("m.txt", minutes)]);
    let sessions = office.json(&["sessions"]);
    let id = sessions[0]["id"].as_str().unwrap();
    let to = office.path("letters").display().to_string();
    let said = refused(&office, &["export", "letters", id, "--to", &to], 1);
    assert!(said.contains("مسئول"), "{said}");
    assert!(!office.path("letters").exists());
}

#[test]
fn our_form_is_given_out_filled_and_refused_where_it_is_none() {
    let office = filled();
    let id = session(&office);
    let to = |name: &str| office.path(name).display().to_string();
    office.done(&["export", "template", "--to", &to("form.docx")]);
    let minutes = ["export", "minutes", &id, "--to", &to("m.docx")];
    office.done(&[&minutes[..], &["--template", &to("form.docx")]].concat());
    let filled = fs::read(to("m.docx")).unwrap();
    assert!(filled.starts_with(b"PK") && filled != fs::read(to("form.docx")).unwrap());
    let text = office.file("form.txt", "{{جلسه.تاریخ}}");
    let said = refused(
        &office,
        &[
            "export",
            "minutes",
            &id,
            "--to",
            &to("n.docx"),
            "--template",
            &text,
        ],
        1,
    );
    assert!(said.contains("Word") || said.contains("docx"), "{said}");
    let none = to("none.docx");
    let said = refused(
        &office,
        &[
            "export",
            "minutes",
            &id,
            "--to",
            &to("n.docx"),
            "--template",
            &none,
        ],
        1,
    );
    assert!(said.contains("none.docx"), "{said}");
    assert!(!office.path("n.docx").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_disk_without_room_nothing_half_written_is_left() {
    let office = filled();
    let id = session(&office);
    let to = office.path("m.docx").display().to_string();
    let command = office.command(&["export", "minutes", &id, "--to", &to]);
    let mut limited = std::process::Command::new("sh");
    // Less than the document has; the store is only read.
    limited.args(["-c", "trap '' XFSZ; ulimit -S -f 4; exec \"$0\" \"$@\""]);
    limited.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    let ran = ran(limited.output().unwrap());
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(!office.path("m.docx").exists());
    let left = fs::read_dir(office.folder.path()).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["store"]);
}

#[test]
fn a_file_that_is_there_is_replaced_only_where_that_is_asked_for() {
    let office = filled();
    let id = session(&office);
    let file = office.file("m.json", "theirs");
    let said = refused(&office, &["export", "minutes", &id, "--to", &file], 1);
    assert!(said.contains(&file) && said.contains("--force"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "theirs");
    office.done(&["export", "minutes", &id, "--to", &file, "--force"]);
    assert!(fs::read_to_string(&file).unwrap().contains(&id));
    let archive = office.file("all.json", "theirs");
    refused(&office, &["export", "archive", "--to", &archive], 1);
    assert_eq!(fs::read_to_string(&archive).unwrap(), "theirs");
}

#[test]
fn what_cannot_be_given_out_is_said_and_leaves_nothing() {
    let office = filled();
    let id = session(&office);
    let to = |name: &str| office.path(name).display().to_string();
    let said = refused(&office, &["export", "minutes", "none", "--to", &to("m.json")], 1);
    assert!(said.contains("none"), "{said}");
    let said = refused(
        &office,
        &["export", "archive", "--to", &to("a"), "--as", "ics"],
        2,
    );
    assert!(said.contains("json") && said.contains("ics"), "{said}");
    let said = refused(
        &office,
        &["export", "register", "--year", "1388", "--to", &to("r.xlsx")],
        1,
    );
    assert!(said.contains("مصوبه‌ای ثبت نشده"), "{said}");
    let book = [
        "export",
        "handover",
        "--body",
        "کتاف",
        "--year",
        "1405",
        "--to",
        &to("h.txt"),
    ];
    refused(&office, &book, 2);
    let said = refused(
        &office,
        &["export", "minutes", &id, "--to", &to("m"), "--as", "foo"],
        2,
    );
    assert!(said.contains("docx، pdf"), "{said}");
    let long = to(&format!("{}.pdf", "x".repeat(300)));
    let said = refused(&office, &["export", "minutes", &id, "--to", &long], 1);
    assert!(said.contains("بلند است"), "{said}");
    let said = refused(
        &office,
        &[
            "export",
            "minutes",
            &id,
            "--to",
            &to("none/m.json"),
            "--as",
            "json",
        ],
        1,
    );
    assert!(said.contains("none/m.json"), "{said}");
    let left = fs::read_dir(office.folder.path()).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["store"], "nothing is left beside the store");
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let office = filled();
    let id = session(&office);
    let folder = office.path("closed");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    // The owner of the machine may write everywhere.
    if fs::write(folder.join("try"), "").is_ok() {
        println!("skipped: this user may write everywhere");
        return;
    }
    let to = folder.join("m.json").display().to_string();
    let said = refused(&office, &["export", "minutes", &id, "--to", &to], 1);
    assert!(said.contains(&to), "{said}");
}
