//! Where files may go and who may read them, the head of the chain, and what a restored store proves.
//! It does not know how a backup or a head is made.

use crate::office::{MINUTES, Office};

fn office() -> Office {
    let office = Office::new();
    let minutes = office.file("minutes.txt", MINUTES);
    office.done(&["import", &minutes, "--body", "کمیته آب"]);
    office
}

#[test]
fn nothing_is_written_into_a_store() {
    let office = office();
    let before = std::fs::read(office.path("store/journal")).unwrap();
    for inside in [
        "store/journal",
        "store/sled/db",
        "store/new.json",
        "store",
        "papers/../store/journal",
    ] {
        let target = office.path(inside).display().to_string();
        let _ = std::fs::create_dir(office.path("papers"));
        for arguments in [
            &["export", "archive", "--force", "--to", &target] as &[&str],
            &["export", "register", "--as", "xlsx", "--force", "--to", &target],
            &["backup", &target],
        ] {
            let ran = office.run(arguments);
            assert_eq!(ran.code, 1, "{arguments:?}: {}", ran.err);
            assert!(
                ran.err.contains("پوشه داده‌های دبیر"),
                "{arguments:?}: {}",
                ran.err
            );
        }
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(office.path("store/journal"), office.path("link.json")).unwrap();
        let link = office.path("link.json").display().to_string();
        assert_eq!(
            office.run(&["export", "archive", "--force", "--to", &link]).code,
            1
        );
    }
    assert!(std::fs::read(office.path("store/journal")).unwrap() == before);
    assert_eq!(office.run(&["check"]).code, 0);
}

#[cfg(unix)]
#[test]
fn what_is_given_out_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let office = office();
    let mode = |name: &str| std::fs::metadata(office.path(name)).unwrap().permissions().mode() & 0o777;
    let path = |name: &str| office.path(name).display().to_string();
    office.done(&["export", "archive", "--to", &path("archive.json")]);
    office.done(&["export", "register", "--to", &path("register.csv")]);
    office.done(&["backup", &path("backup")]);
    for file in ["archive.json", "register.csv", "backup"] {
        assert_eq!(mode(file), 0o600, "{file}");
    }
    std::fs::set_permissions(
        office.path("archive.json"),
        std::fs::Permissions::from_mode(0o640),
    )
    .unwrap();
    office.done(&["export", "archive", "--force", "--to", &path("archive.json")]);
    assert_eq!(mode("archive.json"), 0o640, "who could read it before still can");
}

#[test]
fn a_head_that_was_written_down_proves_that_nothing_before_it_was_changed() {
    let office = office();
    let head_of = |office: &Office| {
        let said = office.run(&["check", "--lang", "en"]).err;
        let head = said
            .lines()
            .find_map(|line| line.strip_prefix("Head of the chain of entries: "));
        head.map(str::to_owned).unwrap_or_else(|| panic!("{said}"))
    };
    let head = head_of(&office);
    let more = office.file("more.txt", MINUTES.replace("سومین", "چهارمین"));
    office.done(&["import", &more, "--body", "کمیته آب"]);
    assert_ne!(head_of(&office), head);
    assert_eq!(office.run(&["check", "--against", &head]).code, 0);
    let digit = if head.ends_with('0') { "1" } else { "0" };
    let other = format!("{}{digit}", &head[..head.len() - 1]);
    let ran = office.run(&["check", "--against", &other]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains(&other), "{}", ran.err);
    assert_eq!(office.run(&["check", "--against", "yesterday"]).code, 2);
}

#[test]
fn a_copy_that_came_to_no_end_is_never_said_to_be_sound() {
    let office = office();
    let journal = std::fs::read(office.path("store/journal")).unwrap();
    let copy = Office::new();
    std::fs::create_dir(copy.path("store")).unwrap();
    std::fs::write(copy.path("store/journal"), &journal[..journal.len() / 2]).unwrap();
    let ran = copy.run(&["sessions"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    let aside = copy.path("store/journal-unknown-end.aside-1");
    for _ in 0..2 {
        let ran = copy.run(&["check"]);
        assert_eq!(ran.code, 3, "{}", ran.err);
        assert!(ran.err.contains(aside.to_str().unwrap()), "{}", ran.err);
        assert!(!ran.err.contains("سالم است"), "{}", ran.err);
    }
    std::fs::remove_file(aside).unwrap();
    assert_eq!(copy.run(&["check"]).code, 0);
}

#[test]
fn of_a_damaged_store_what_is_readable_is_listed_and_the_damage_is_said() {
    let office = office();
    let more = office.file("more.txt", MINUTES.replace("سومین", "چهارمین"));
    office.done(&["import", &more, "--body", "کمیته آب"]);
    let journal = office.path("store/journal");
    let mut bytes = std::fs::read(&journal).unwrap();
    let first_line = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let second_line = first_line
        + 1
        + bytes[first_line + 1..]
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap();
    bytes[second_line + 200] ^= 1;
    std::fs::write(&journal, &bytes).unwrap();
    let ran = office.run(&["sessions", "--format", "json"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 1, "{}", ran.out);
    assert!(
        ran.err.contains("آسیب دیده") && ran.err.contains("خواندنی"),
        "{}",
        ran.err
    );
    assert!(std::fs::read(&journal).unwrap() == bytes, "nothing was changed");
}

#[test]
fn a_restored_store_says_what_it_proves() {
    let office = office();
    let backup = office.path("backup").display().to_string();
    office.done(&["backup", &backup]);
    let other = Office::new();
    let ran = other.run(&["restore", &backup]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("خوانده و سنجیده شد"), "{}", ran.err);
    assert_eq!(other.json(&["sessions"]), office.json(&["sessions"]));
}
