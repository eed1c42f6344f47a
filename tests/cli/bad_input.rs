//! Files that are no minutes, and minutes that mean harm: each gets its sentence, none stops the program.

use crate::office::{MINUTES, Office};

/// The words said about a file that cannot be taken; the exit code must be 1 and nothing stored.
fn refused(office: &Office, arguments: &[&str]) -> String {
    let ran = office.run(&[&["import"], arguments].concat());
    assert_eq!(ran.code, 1, "{arguments:?}: {}{}", ran.out, ran.err);
    assert_eq!(office.json(&["sessions"]).as_array().unwrap().len(), 0);
    ran.err
}

#[test]
fn files_that_cannot_be_had_are_named_with_a_reason() {
    let office = Office::new();
    let folder = office.path("folder");
    std::fs::create_dir(&folder).unwrap();
    let missing = office.path("missing.txt").display().to_string();
    for (path, words) in [
        (missing.as_str(), "چنین پرونده‌ای نیست"),
        (folder.to_str().unwrap(), "پوشه"),
    ] {
        let said = refused(&office, &[path]);
        assert!(said.contains(words) && said.contains(path), "{said}");
    }
}

#[test]
fn files_that_are_no_text_are_refused_each_with_its_reason() {
    let office = Office::new();
    let mut image = b"\x89PNG\r\n\x1a\n".to_vec();
    image.extend((0..5000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8));
    let latin: Vec<u8> =
        b"Proc\xe8s-verbal de la r\xe9union du comit\xe9, tenue \xe0 huis clos, se\xf1or, \xe7a et l\xe0"
            .to_vec();
    let mut old_word = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old_word.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    let cases: [(&str, Vec<u8>, &str); 12] = [
        ("empty.txt", vec![], "خالی"),
        ("blank.txt", b" \n\t\r\n ".to_vec(), "خالی"),
        ("image.txt", image.clone(), "متن نیست"),
        ("zeros.txt", vec![0; 4096], "متن نیست"),
        ("latin.txt", latin, "UTF-8"),
        ("large.txt", vec![b'a'; 50_000_000], "مگابایت"),
        ("image.docx", image, "Word"),
        ("old.doc", old_word, "Word قدیمی"),
        ("page.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3".to_vec(), "pdftotext"),
        ("torn.docx", b"PK\x03\x04 torn".to_vec(), "docx"),
        ("sound.mp3", b"ID3\x04\0\0".to_vec(), "صدا"),
        ("broken.json", b"{\"format\": ".to_vec(), "بایگانی"),
    ];
    for (name, bytes, words) in cases {
        let file = office.file(name, bytes);
        let said = refused(&office, &[&file, "--body", "کمیته"]);
        assert!(said.contains(words) && said.contains(name), "{name}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    let file = office.file("closed.txt", MINUTES);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&file).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    assert!(refused(&office, &[&file]).contains("اجازه"));
}

#[test]
fn minutes_in_utf_16_are_minutes() {
    let office = Office::new();
    let bytes: Vec<u8> = format!("\u{feff}{MINUTES}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let file = office.file("m.txt", bytes);
    office.done(&["import", &file]);
    assert_eq!(office.json(&["resolutions"]).as_array().unwrap().len(), 2);
}

#[test]
fn minutes_in_english_are_kept_whole() {
    let office = Office::new();
    let english = "Minutes of the third meeting\nDate: 2023-07-04\n1. The list of wells shall be sent within two weeks.\n";
    let file = office.file("m.txt", english);
    refused(&office, &[&file]);
    let report = office.done(&["import", &file, "--body", "کمیته آب", "--lang", "en"]);
    assert!(report.contains("The list of wells shall be sent"), "{report}");
    let archive = office.path("a.json").display().to_string();
    office.done(&["export", "archive", "--to", &archive]);
    let archive = std::fs::read_to_string(archive).unwrap();
    for word in english.split_whitespace() {
        assert!(archive.contains(word), "{word}");
    }
}

#[test]
fn a_table_of_forty_columns_and_a_line_of_a_megabyte_are_taken() {
    let office = Office::new();
    let columns: Vec<String> = (1..=40).map(|n| format!("ستون{n}")).collect();
    let wide = format!("{MINUTES}\n{}\n{}\n", columns.join("\t"), columns.join("\t"));
    office.done(&["import", &office.file("wide.txt", wide)]);
    let word = "گزارش ";
    let long = MINUTES.replace("سومین", "چهارمین") + &word.repeat(1_000_000 / word.len()) + "\n";
    office.done(&["import", &office.file("long.txt", long)]);
    assert_eq!(office.json(&["sessions"]).as_array().unwrap().len(), 2);
    office.done(&["check"]);
}

#[test]
fn escape_sequences_and_overrides_never_reach_a_table_or_a_page() {
    let office = Office::new();
    let harm = MINUTES
        .replace("فهرست چاه", "\u{1b}[2J\u{1b}]0;x\u{7}\u{202e}فهرست\u{2066} چاه")
        .replace("سالن", "\u{202e}سالن");
    office.done(&["import", &office.file("m.txt", harm)]);
    let session = office.json(&["sessions"])[0]["id"].as_str().unwrap().to_owned();
    for command in [
        vec!["resolutions"],
        vec!["open"],
        vec!["show", &session],
        vec!["sessions"],
        vec!["history"],
    ] {
        for mode in ["auto", "app", "terminal"] {
            let shown = office.done(&[command.as_slice(), &["--bidi", mode]].concat());
            assert!(
                !shown.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{2066}']),
                "{command:?} {mode}: {shown:?}"
            );
        }
    }
}

#[test]
fn lists_that_cannot_be_read_name_the_line() {
    let office = Office::new();
    for (list, words) in [
        ("الف,ب\n۱,۲\n", "دستگاه"),
        ("دستگاه,نام\n,یک\n", "سطر ۲"),
        ("دستگاه,از\nآب,۱۴۰۱/۱۳/۱\n", "۱۴۰۱/۱۳/۱"),
    ] {
        let file = office.file("m.csv", list);
        let said = refused(&office, &[&file, "--body", "کمیته"]);
        assert!(said.contains(words), "{list}: {said}");
    }
    assert_eq!(
        office.json(&["organisations"]).as_array().unwrap().len(),
        0,
        "nothing of a wrong list is taken"
    );
}
