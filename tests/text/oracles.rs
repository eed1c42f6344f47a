//! Outside judges of whole lines: ArabicShaping.txt, FriBidi's command line, arabic-reshaper with python-bidi.
//! A judge that is not installed, or minutes that are not there, are named and skipped.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::unicode::unpacked;
use dabir::text::{LineStyle, line};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

fn symbols(text: &str) -> Vec<String> {
    let laid = line(text, &LineStyle::default());
    let mut cells: Vec<_> = laid.cells.iter().collect();
    cells.sort_by_key(|cell| cell.source_byte.start);
    cells.iter().map(|cell| cell.symbol.to_string()).collect()
}

/// The code point that UnicodeData.txt names as the form of `letter`, or the letter itself.
fn form(forms: &str, letter: char, position: &str) -> String {
    let decomposition = format!("<{position}> {:04X}", u32::from(letter));
    let code = forms.lines().find_map(|row| {
        let fields: Vec<&str> = row.split(';').collect();
        (fields[5] == decomposition).then(|| u32::from_str_radix(fields[0], 16).unwrap())
    });
    code.and_then(char::from_u32).unwrap_or(letter).to_string()
}

#[test]
fn every_letter_of_arabic_shaping_joins_by_its_type_and_takes_its_form() {
    let forms = unpacked("ArabicForms.txt");
    let form = |letter, position| form(&forms, letter, position);
    let mut letters = 0;
    for row in unpacked("ArabicShaping.txt")
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'))
    {
        let fields: Vec<&str> = row.split(';').map(str::trim).collect();
        let letter = char::from_u32(u32::from_str_radix(fields[0], 16).unwrap()).unwrap();
        let (joins_before, joins_after) = match fields[2] {
            "D" => (true, true),
            "R" => (true, false),
            "L" => (false, true),
            "U" => (false, false),
            // Join-causing and transparent characters have no forms; tatweel and the joiners are tested elsewhere.
            "C" | "T" => continue,
            other => panic!("joining type {other}"),
        };
        // Signs of two letters in one cluster (U+0600 and the like) and controls are no letters.
        if matches!(
            letter,
            '\u{600}'
                ..='\u{605}'
                    | '\u{6DD}'
                    | '\u{70F}'
                    | '\u{890}'
                    | '\u{891}'
                    | '\u{8E2}'
                    | '\u{110BD}'
                    | '\u{110CD}'
        ) || matches!(
            letter,
            '\u{180E}' | '\u{200C}' | '\u{202F}' | '\u{2066}'..='\u{2069}'
        ) {
            continue;
        }
        // Right-to-left scripts only: at another level nothing joins.
        if letter >= '\u{900}' {
            continue;
        }
        letters += 1;
        let beh = |before: bool, after: bool| match (before, after) {
            (false, false) => "\u{FE8F}",
            (true, false) => "\u{FE90}",
            (false, true) => "\u{FE91}",
            (true, true) => "\u{FE92}",
        };
        let position = |before, after| match (before && joins_before, after && joins_after) {
            (false, false) => "isolated",
            (true, false) => "final",
            (false, true) => "initial",
            (true, true) => "medial",
        };
        assert_eq!(symbols(&format!("{letter}")), [form(letter, "isolated")], "{row}");
        assert_eq!(
            symbols(&format!("ب{letter}")),
            [
                beh(false, joins_before).to_owned(),
                form(letter, position(true, false))
            ],
            "{row}"
        );
        assert_eq!(
            symbols(&format!("{letter}ب")),
            [
                form(letter, position(false, true)),
                beh(joins_after, false).to_owned()
            ],
            "{row}"
        );
        assert_eq!(
            symbols(&format!("ب{letter}ب")),
            [
                beh(false, joins_before).to_owned(),
                form(letter, position(true, true)),
                beh(joins_after, false).to_owned()
            ],
            "{row}"
        );
        // A vowel sign is passed over, a ZWNJ parts, a ZWJ joins.
        assert_eq!(
            symbols(&format!("ب\u{64E}{letter}"))[1],
            form(letter, position(true, false)),
            "{row}"
        );
        assert_eq!(
            symbols(&format!("ب\u{200C}{letter}"))[1],
            form(letter, "isolated"),
            "{row}"
        );
        assert_eq!(
            symbols(&format!("{letter}\u{200D}"))[0],
            form(letter, position(false, true)),
            "{row}"
        );
    }
    assert!(letters > 350, "{letters}");
}

/// The lines of the real minutes, if they lie beside the repository.
fn minutes() -> Vec<String> {
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = ["../shared/minutes", "../../shared/minutes"]
        .iter()
        .map(|path| repository.join(path))
        .find(|path| path.is_dir());
    let Some(folder) = folder else {
        println!("skipped: no minutes beside the repository");
        return Vec::new();
    };
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    files
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Lines of mixed Persian, Latin, digits and brackets, the same at every run.
fn random_lines(count: usize, piece: &'static str) -> Vec<String> {
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]),
    );
    let pieces = prop::collection::vec(piece, 1..14);
    (0..count)
        .map(|_| pieces.new_tree(&mut runner).unwrap().current().concat())
        .collect()
}

/// What our own protocol does to numbers, written so that every judge does it too: hyphens in them as slashes, which
/// are of class CS. Marks of two code points are left to the tests of our own.
fn prepared(text: &str) -> String {
    let mut chars: Vec<char> = text.trim_end().chars().collect();
    for at in 1..chars.len().saturating_sub(1) {
        if matches!(chars[at], '-' | '–' | '−') && chars[at - 1].is_numeric() && chars[at + 1].is_numeric()
        {
            chars[at] = '/';
        }
    }
    chars.into_iter().collect()
}

fn ours(text: &str) -> String {
    line(text, &LineStyle::default()).symbols()
}

/// The output of a command fed with one line each, or `None` if it cannot be run.
fn answers(program: &str, arguments: &[&str], lines: &[String]) -> Option<Vec<String>> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take().unwrap();
    let input = lines.join("\n") + "\n";
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let written = writer.join().unwrap();
    (output.status.success() && written.is_ok()).then(|| {
        String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect()
    })
}

/// A judge leaves the joiners in, a filler for the second half of a lam-alef, and tabs; and some have a form for the
/// hamza that stands alone while others send the letter.
fn as_ours(theirs: &str) -> String {
    let kept = theirs
        .chars()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'));
    kept.map(|c| if c == '\t' { ' ' } else { c })
        .map(|c| if c == 'ء' { '\u{FE80}' } else { c })
        .collect()
}

fn compare(judge: &str, lines: &[String], theirs: &[String]) {
    assert_eq!(theirs.len(), lines.len(), "{judge} answers line by line");
    let mut different = Vec::new();
    for (text, theirs) in lines.iter().zip(theirs) {
        let theirs = as_ours(theirs);
        if ours(text) != theirs {
            different.push(format!("{text:?}\n ours {:?}\n {judge} {theirs:?}", ours(text)));
        }
    }
    println!("{judge}: {} lines compared", lines.len());
    assert!(
        different.is_empty(),
        "{} of {}:\n{}",
        different.len(),
        lines.len(),
        different[..different.len().min(4)].join("\n")
    );
}

const FRIBIDI: [&str; 5] = ["--rtl", "--nopad", "--nobreak", "--clean", "--reordernsm"];

const MIXED: &str = "([ابپتجدرسشعفقکگلمنوهیئآأ]{1,6}|لا|[بدسمی][\u{64E}\u{650}]|ـ|می\u{200C}|[a-zA-Z]{1,4}|[0-9]{1,3}|[۰-۹]{1,4}|[٠-٩]{1,2}| | |[۰-۹]{2}/[۰-۹]{1,2}|[().,:;،؛!؟«»\\[\\]{}*&=<>]|٪|%|#|[+] )";

#[test]
fn fribidi_draws_the_real_minutes_the_same() {
    let lines: Vec<String> = minutes()
        .iter()
        .map(|text| prepared(text))
        .filter(|text| !text.is_empty())
        .collect();
    match answers("fribidi", &FRIBIDI, &lines) {
        Some(theirs) => compare("FriBidi", &lines, &theirs),
        None => println!("skipped: fribidi (Debian package libfribidi-bin) is not installed"),
    }
}

#[test]
fn fribidi_draws_random_mixed_lines_the_same() {
    let lines: Vec<String> = random_lines(4000, MIXED)
        .iter()
        .map(|text| prepared(text))
        .filter(|text| !text.trim().is_empty())
        .collect();
    match answers("fribidi", &FRIBIDI, &lines) {
        Some(theirs) => compare("FriBidi", &lines, &theirs),
        None => println!("skipped: fribidi (Debian package libfribidi-bin) is not installed"),
    }
}

/// arabic-reshaper, then the reordering of python-bidi that is written in Python (its other one is the crate we use).
const PYTHON: &str = r#"
import sys
from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
shaper = ArabicReshaper({'delete_harakat': False, 'support_zwj': True, 'support_ligatures': True,
    'ARABIC LIGATURE ALLAH': False})
sys.stdin.reconfigure(encoding='utf-8'); sys.stdout.reconfigure(encoding='utf-8')
for line in sys.stdin:
    print(get_display(shaper.reshape(line.rstrip('\n')), base_dir='R'))
"#;

#[test]
fn arabic_reshaper_and_python_bidi_draw_lines_without_brackets_and_signs_the_same() {
    // That algorithm is older than paired brackets (UAX #9, N0) and leaves signs before their letters (L3).
    let beyond_it = ['(', ')', '[', ']', '{', '}', '\u{64E}', '\u{650}'];
    let lines: Vec<String> = minutes()
        .into_iter()
        .chain(random_lines(1500, MIXED))
        .map(|text| prepared(&text))
        .filter(|text| !text.trim().is_empty() && !text.contains(beyond_it))
        .collect();
    match answers("python3", &["-c", PYTHON], &lines) {
        Some(theirs) => compare("arabic-reshaper and python-bidi", &lines, &theirs),
        None => println!("skipped: arabic-reshaper and python-bidi are not installed"),
    }
}
