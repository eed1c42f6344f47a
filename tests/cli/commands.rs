//! The other commands with the real program: exit codes, formats, languages, backup and damage.

use crate::office::{MINUTES, Office, assert_for_people, ran};
use serde_json::Value;
use std::io::Read;
use std::process::Stdio;

fn filled() -> Office {
    let office = Office::new();
    office.done(&["demo", "--no-open"]);
    office
}

#[test]
fn the_sample_office_fills_an_empty_store_and_only_an_empty_one() {
    let office = filled();
    assert!(office.json(&["bodies"]).as_array().unwrap().len() >= 3);
    assert!(office.json(&["members"]).as_array().unwrap().len() >= 40);
    assert!(office.json(&["resolutions"]).as_array().unwrap().len() >= 100);
    assert_eq!(office.run(&["demo", "--no-open"]).code, 1);
    assert_eq!(office.json(&["history"]).as_array().unwrap().len(), 1);
}

#[test]
fn json_has_the_fields_of_the_contract_in_their_order() {
    let office = filled();
    let order = |text: &str, fields: &str| {
        let mut from = 0;
        for field in fields.split(' ') {
            let at = text[from..].find(&format!("\"{field}\":"));
            from += at.unwrap_or_else(|| panic!("{field} is missing or out of order")) + 1;
        }
    };
    let sessions = office.done(&["sessions", "--format", "json"]);
    order(
        &sessions,
        "id body year ordinal kind date weekday start end place chair secretary invitation agenda notes attendance guests resolutions open state warnings",
    );
    let resolutions = office.done(&["resolutions", "--format", "json"]);
    order(
        &resolutions,
        "id session body row subject text clauses provisos deadline responsible status overdue follow_ups follows warnings",
    );
    let sessions: Value = serde_json::from_str(&sessions).unwrap();
    let dates: Vec<&str> = sessions
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|s| s["date"]["iso"].as_str())
        .collect();
    assert!(dates.is_sorted(), "sessions stand by date");
    let counted: u64 = sessions
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["resolutions"].as_u64().unwrap())
        .sum();
    let resolutions: Value = serde_json::from_str(&resolutions).unwrap();
    assert_eq!(counted, resolutions.as_array().unwrap().len() as u64);
}

#[test]
fn open_lists_what_is_in_hand_with_the_most_pressing_first() {
    let office = filled();
    let open = office.json(&["open", "--today", "1405/09/01"]);
    let open = open.as_array().unwrap();
    assert!(!open.is_empty() && open.iter().all(|r| r["status"] == "open"));
    let all = office.json(&["resolutions", "status:open"]);
    assert_eq!(open.len(), all.as_array().unwrap().len());
    let late = open.iter().filter(|r| r["overdue"] == true).count();
    let dues: Vec<&str> = open
        .iter()
        .filter_map(|r| r["deadline"]["due"]["iso"].as_str())
        .collect();
    assert!(
        late > 0 && open[..late].iter().all(|r| r["overdue"] == true),
        "what is late comes first"
    );
    assert!(
        !dues.is_empty() && open[open.len() - 1]["deadline"]["due"].is_null(),
        "what has no day comes last"
    );
}

#[test]
fn a_query_may_begin_with_a_minus_and_options_may_follow_it() {
    let office = filled();
    let all = office.json(&["resolutions"]).as_array().unwrap().len();
    let without = office
        .json(&["resolutions", "-status:done"])
        .as_array()
        .unwrap()
        .len();
    let done = office
        .json(&["resolutions", "status:done"])
        .as_array()
        .unwrap()
        .len();
    assert_eq!((without + done, without > 0, done > 0), (all, true, true));
}

#[test]
fn a_query_that_cannot_be_read_points_at_the_place() {
    let office = Office::new();
    let ran = office.run(&["resolutions", "گزارش", "رنگ:آبی"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.contains("رنگ:") && ran.err.contains("نویسه ۷"),
        "{}",
        ran.err
    );
    assert!(!office.path("store").exists(), "a wrong query makes no store");
}

#[test]
fn wrong_usage_is_said_in_persian_or_english_and_ends_with_two() {
    let office = Office::new();
    for arguments in [
        vec!["frobnicate"],
        vec!["import"],
        vec!["sessions", "--colour"],
        vec!["sessions", "--format", "xml"],
        vec!["sessions", "--format"],
        vec!["sessions", "--today", "31 Mehr"],
        vec!["sessions", "--year", "now"],
        vec!["export"],
        vec!["show", "a", "b"],
        vec!["sessions", "--lang", "de"],
        vec!["man", "nothing"],
    ] {
        let persian = office.run(&arguments);
        assert_eq!(
            (persian.code, persian.out.as_str()),
            (2, ""),
            "{arguments:?}: {}",
            persian.err
        );
        assert!(
            persian.err.contains("راهنما") || arguments[0] == "man",
            "{arguments:?}: {}",
            persian.err
        );
        let english = office.run(&[&["--lang", "en"], arguments.as_slice()].concat());
        if !arguments.contains(&"--lang") {
            assert_eq!(english.code, 2);
            assert!(
                english.err.is_ascii() || english.err.contains('“'),
                "{}",
                english.err
            );
        }
    }
}

#[test]
fn help_version_completions_and_man_are_data() {
    let office = Office::new();
    assert!(office.done(&["--version"]).starts_with("dabir "));
    for arguments in [
        vec!["--help"],
        vec!["help"],
        vec!["import", "--help"],
        vec!["help", "import"],
        vec!["import", "-h"],
    ] {
        let persian = office.done(&arguments);
        assert!(
            persian.contains("کاربرد: dabir") && persian.contains("--store DIR"),
            "{arguments:?}: {persian}"
        );
        assert_for_people(&persian);
        assert_eq!(persian.matches("--store DIR").count(), 1);
        let english = office.done(&[&["--lang", "en"], arguments.as_slice()].concat());
        assert!(english.contains("Usage: dabir"), "{english}");
    }
    assert!(office.done(&["completions", "bash"]).contains("resolutions"));
    assert!(office.done(&["man"]).contains(".TH dabir"));
    assert!(office.done(&["man", "import"]).contains("dry"));
    assert!(!office.path("store").exists(), "none of them makes a store");
}

#[test]
fn what_is_not_there_ends_with_one() {
    let office = filled();
    for arguments in [
        vec!["show", "nothing"],
        vec!["show", "no/thing"],
        vec!["members", "--body", "ناموجود"],
    ] {
        let ran = office.run(&arguments);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{arguments:?}");
        assert!(!ran.err.is_empty());
    }
}

#[test]
fn without_a_terminal_the_workspace_says_so() {
    let office = Office::new();
    for arguments in [vec![], vec!["demo"]] {
        let ran = office.run(&arguments);
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains("پایانه"), "{}", ran.err);
    }
}

#[test]
fn tables_csv_and_pages_carry_the_chosen_language_and_digits() {
    let office = Office::new();
    office.done(&["import", &office.file("m.txt", MINUTES)]);
    assert!(office.done(&["sessions"]).contains("۱۴۰۲/۰۴/۱۳"));
    assert!(
        office
            .done(&["sessions", "--digits", "latn"])
            .contains("1402/04/13")
    );
    let csv = office.done(&["resolutions", "--format", "csv", "--lang", "en"]);
    assert!(csv.starts_with("id,body,session,row,"), "{csv}");
    assert_eq!(csv.lines().count(), 3);
    assert!(csv.contains("1402/04/27"));
    let session = office.json(&["sessions"])[0]["id"].as_str().unwrap().to_owned();
    let page = office.done(&["show", &session]);
    for shown in [
        "سالن فرمانداری",
        "چاه های بدون پروانه",
        "۱۴۰۲/۰۴/۲۷",
        "سه\u{200c}شنبه",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let resolution = office.json(&["resolutions"])[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(office.done(&["show", &resolution]).contains("دو هفته"));
    assert_eq!(office.json(&["show", &resolution])["row"], 1);
    let history = office.done(&["history", &resolution]);
    assert!(
        history.contains("منشی") && history.contains("مسئول: اداره منابع آب\nوضعیت: در دست اجرا"),
        "{history}"
    );
}

#[test]
fn visual_text_is_sent_into_a_pipe_only_when_asked_for() {
    let office = Office::new();
    office.done(&["import", &office.file("m.txt", MINUTES)]);
    let presentation =
        |text: &str| text.contains(|c| matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'));
    assert!(!presentation(&office.done(&["sessions"])));
    assert!(!presentation(&office.done(&["sessions", "--bidi", "terminal"])));
    assert!(presentation(&office.done(&["sessions", "--bidi", "app"])));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let office = filled();
    let mut child = office
        .command(&["resolutions", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 10]).unwrap();
    drop(out);
    let ran = ran(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn a_backup_makes_the_same_store_again_and_only_in_an_empty_folder() {
    let office = filled();
    let file = office.path("copy.dabir").display().to_string();
    office.done(&["backup", &file]);
    let other = Office::new();
    other.done(&["restore", &file]);
    let archive = |office: &Office| office.done(&["export", "archive", "--to", "-"]);
    assert!(archive(&office) == archive(&other));
    let again = other.run(&["restore", &file]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("خالی نیست"), "{}", again.err);
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    assert_eq!(Office::new().run(&["restore", &file]).code, 3);
    assert_eq!(Office::new().run(&["restore", "/no/such/file"]).code, 1);
}

#[test]
fn a_damaged_journal_ends_with_three_names_the_way_out_and_is_mended_by_it() {
    let office = Office::new();
    office.done(&["import", &office.file("m.txt", MINUTES)]);
    assert!(office.done(&["check"]).contains("resolutions"));
    let journal = office.path("store/journal");
    let mut bytes = std::fs::read(&journal).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x20;
    std::fs::write(&journal, bytes).unwrap();
    for arguments in [vec!["check"], vec!["sessions"], vec!["import", "x.txt"]] {
        let ran = office.run(&arguments);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (3, ""),
            "{arguments:?}: {}",
            ran.err
        );
        assert!(ran.err.contains("check --rebuild"), "{}", ran.err);
    }
    let rebuilt = office.run(&["check", "--rebuild"]);
    assert!(rebuilt.code == 0 || rebuilt.code == 3, "{}", rebuilt.err);
    office.done(&["check"]);
    let history = office.done(&["history"]);
    assert!(history.contains("رویدادهای ۱ تا ۱ از دست رفته بود"), "{history}");
}

#[test]
fn a_folder_that_is_no_store_is_refused_and_left_alone() {
    let office = Office::new();
    std::fs::create_dir(office.path("store")).unwrap();
    office.file("store/letter.txt", "x");
    for arguments in [
        vec!["sessions"],
        vec!["check"],
        vec!["check", "--rebuild"],
        vec!["demo", "--no-open"],
    ] {
        let ran = office.run(&arguments);
        assert_eq!(ran.code, 1, "{arguments:?}: {}", ran.err);
    }
    assert_eq!(std::fs::read_dir(office.path("store")).unwrap().count(), 1);
    assert_eq!(
        Office::new().run(&["check"]).code,
        1,
        "a store that is not there is not sound"
    );
}

#[test]
fn an_export_that_cannot_be_written_says_why() {
    let office = filled();
    for to in ["/no/such/folder/a.json", "/"] {
        let ran = office.run(&["export", "archive", "--to", to]);
        assert_eq!(ran.code, 1, "{to}");
        assert!(ran.err.contains(to), "{}", ran.err);
    }
}

/// A limit on the size of files stands for a disk without room.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_without_room_is_named_with_what_to_do_and_the_office_works_when_there_is_room() {
    let office = Office::new();
    let minutes = office.file("m.txt", MINUTES);
    let command = office.command(&["import", &minutes]);
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -S -f 1; exec \"$0\" \"$@\""]);
    limited.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    let ran = ran(limited.output().unwrap());
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert_for_people(&ran.err);
    for said in ["از حد مجاز می‌گذرد", "حد را بالا ببرید"] {
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    office.done(&["import", &minutes]);
}

#[test]
fn what_only_reads_works_while_another_program_has_the_store_open() {
    let office = filled();
    let alone: Vec<String> = READERS.iter().map(|words| office.done(words)).collect();
    let (store, _) = dabir::store::Store::open(&office.path("store")).unwrap();
    for (words, alone) in READERS.iter().zip(alone) {
        assert_eq!(office.done(words), alone, "{words:?}");
    }
    let backup = office.path("backup");
    office.done(&["backup", backup.to_str().unwrap()]);
    let refused = office.run(&["import", &office.file("m.csv", "name\n")]);
    assert_eq!(refused.code, 1);
    drop(store);
    let restored = Office::new();
    restored.done(&["restore", backup.to_str().unwrap()]);
    assert_eq!(restored.json(&["resolutions"]), office.json(&["resolutions"]));
}

/// Commands that change nothing.
const READERS: &[&[&str]] = &[
    &["sessions", "--format", "json"],
    &["open", "مهلت<۳۰روز", "--format", "json"],
    &["report", "year", "--format", "csv"],
    &["history", "--format", "json"],
];

#[test]
fn who_has_the_data_open_is_named_to_whoever_wants_to_write() {
    let office = Office::new();
    office.done(&["demo", "--no-open"]);
    let (open, _) = dabir::store::Store::open(&office.path("store")).unwrap();
    open.say_opener("z.karimi", 4711);
    let backup = office.path("archive.json").display().to_string();
    office.done(&["export", "archive", "--to", &backup]);
    let ran = office.run(&["import", &backup]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(
        ran.err.contains("z.karimi") && (ran.err.contains("4711") || ran.err.contains("۴۷۱۱")),
        "{}",
        ran.err
    );
    drop(open);
    assert_eq!(office.run(&["import", &backup]).code, 0);
}

#[test]
fn no_cell_of_a_table_shows_a_mark_of_direction() {
    let office = Office::new();
    office.done(&["demo", "--no-open"]);
    for listing in [
        "resolutions",
        "open",
        "sessions",
        "members",
        "organisations",
        "bodies",
        "history",
        "imports",
    ] {
        for format in ["table", "csv"] {
            let told = office.done(&[listing, "--format", format]);
            // Output that is no terminal has their pictures where they were in a cell.
            let mark = told.find(['⇔', '⇓', '⇒', '⇐', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']);
            assert_eq!(mark.map(|at| &told[..at]), None, "{listing} {format}");
        }
    }
}

#[test]
fn a_clause_that_stands_alone_is_listed_with_what_is_known_of_it() {
    let archive = serde_json::json!({
        "format": "dabir-archive", "version": 1, "bodies": [{"id": "b1", "name": "کارگروه آب"}],
        "organisations": [], "seats": [], "notes": [], "attendance": [], "sources": [],
        "sessions": [{"id": "s1", "body": "b1", "ordinal": 1, "kind": "ordinary", "date": "2025-08-09", "state": "draft"}],
        "resolutions": [{
            "id": "s1/r1", "position": 10, "row": 1, "text": "مقرر شد:\nالف) چاه‌ها دیده شود.",
            "clauses": {"الف": {"responsible": [{"written": "اداره آب"}]}},
        }],
    });
    let office = Office::new();
    let file = office.file("office.json", archive.to_string());
    office.done(&["import", &file]);
    let clauses = &office.json(&["resolutions"])[0]["clauses"];
    assert_eq!(clauses.as_array().map(Vec::len), Some(1));
    assert_eq!(clauses[0]["letter"], "الف");
    assert_eq!(clauses[0]["text"], "چاه‌ها دیده شود.");
    assert_eq!(clauses[0]["responsible"][0], "اداره آب");
}
