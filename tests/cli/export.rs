//! Documents given out by the real program: where they go, what is never overwritten, and what is refused.
//! It does not know what stands in a document beyond the words it looks for.

use crate::office::Office;
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
