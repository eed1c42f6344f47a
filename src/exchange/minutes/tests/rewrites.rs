//! Rewrites that keep the meaning keep the reading: every made-up text of these tests, written as other offices do.
//! Knows no rule; it compares what is read of a text with what is read of its rewrite.

use super::outline;
use crate::exchange::minutes::reader;
use crate::text::fold_tight;

/// The files whose texts are rewritten.
const FILES: &[&str] = &[
    include_str!("lists.rs"),
    include_str!("more_lists.rs"),
    include_str!("tables.rs"),
    include_str!("more_tables.rs"),
    include_str!("offices.rs"),
    include_str!("slips.rs"),
];

/// Of a hundred rewritten texts so many must be read as before.
const KEPT_OF_HUNDRED: usize = 97;

/// The texts: every second raw string is one, the others are outlines.
fn samples() -> Vec<String> {
    let raw_strings = |file: &'static str| {
        file.split("r#\"")
            .skip(1)
            .filter_map(|part| part.split("\"#").next())
    };
    let texts = FILES
        .iter()
        .flat_map(|file| raw_strings(file).step_by(2).collect::<Vec<_>>());
    texts.map(str::to_owned).collect()
}

/// Labels whose sign may be another one.
const LABELS: &[&str] = &[
    "حاضرین",
    "غایبین",
    "مدعوین",
    "دستور جلسه",
    "دستور کار",
    "تاریخ جلسه",
    "محل جلسه",
    "رئیس جلسه",
    "دبیر جلسه",
    "مکان",
    "محل برگزاری",
    "مهلت اقدام",
    "مسئول پیگیری",
    "اقدام کننده",
    "مهمانان",
    "غائبین",
    "حاضران",
];

/// The text with `new` in the place of the colon behind a label that begins a line.
fn with_sign(text: &str, new: &str) -> String {
    let line = |line: &str| {
        let label = LABELS.iter().find(|label| {
            let rest = line.strip_prefix(**label).map(str::trim_start);
            rest.is_some_and(|rest| rest.starts_with(':'))
        });
        match label {
            Some(_) => line.replacen(':', new, 1).replace("  ", " "),
            None => line.to_owned(),
        }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The text with every line changed that is nothing but a heading with its colon.
fn headings(text: &str, change: impl Fn(&str) -> String) -> String {
    const HEADINGS: &[&str] = &[
        "دستور جلسه",
        "دستور کار",
        "خلاصه مذاکرات",
        "مصوبات",
        "اهم مطالب",
        "تصمیمات",
        "اهم مباحث",
        "مصوبات جلسه",
        "اسامی حاضرین در جلسه",
        "دستور کارها",
        "اهم مطالب مطرح شده",
        "مطالب مطرح شده",
    ];
    let line = |line: &str| match line.trim_end().strip_suffix(':') {
        Some(heading) if HEADINGS.contains(&heading.trim()) => change(heading.trim()),
        _ => line.to_owned(),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn digits(text: &str, zero: char) -> String {
    let digit = |c: char| match c {
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        '0'..='9' => Some(c as u32 - '0' as u32),
        _ => None,
    };
    let other = |c| {
        digit(c)
            .and_then(|digit| char::from_u32(zero as u32 + digit))
            .unwrap_or(c)
    };
    text.chars().map(other).collect()
}

/// Replaces words, whole ones only.
fn words_replaced(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (old, new) in pairs {
        let mut changed = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find(old) {
            let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '\u{200c}');
            let end = at + old.len();
            let is_whole = !inside(rest[..at].chars().next_back()) && !inside(rest[end..].chars().next());
            changed.push_str(&rest[..at]);
            changed.push_str(if is_whole { new } else { old });
            rest = &rest[end..];
        }
        changed.push_str(rest);
        text = changed;
    }
    text
}

type Rewrite = (&'static str, fn(&str) -> String);

/// Ways to write the same minutes.
const REWRITES: &[Rewrite] = &[
    ("latin digits", |text| digits(text, '0')),
    ("arabic digits", |text| digits(text, '٠')),
    ("arabic letters", |text| text.replace('ی', "ي").replace('ک', "ك")),
    ("a blank in the noun", |text| {
        words_replaced(text, &[("کارگروه", "کار گروه"), ("زیرکارگروه", "زیر کارگروه")])
    }),
    ("a joiner in the noun", |text| {
        words_replaced(
            text,
            &[("کارگروه", "کار\u{200c}گروه"), ("صورتجلسه", "صورت\u{200c}جلسه")],
        )
    }),
    ("a blank in the minutes", |text| {
        words_replaced(text, &[("صورتجلسه", "صورت جلسه")])
    }),
    ("blanks for joiners", |text| text.replace('\u{200c}', " ")),
    ("a blank before colons", |text| with_sign(text, " :")),
    ("a dash for colons", |text| with_sign(text, " - ")),
    ("a long dash for colons", |text| with_sign(text, " – ")),
    ("a drawn dash for colons", |text| with_sign(text, " ـ ")),
    ("an equals sign for colons", |text| with_sign(text, " = ")),
    ("headings without a sign", |text| headings(text, str::to_owned)),
    ("headings with a dash", |text| {
        headings(text, |heading| format!("{heading} -"))
    }),
    ("headings with stars", |text| {
        headings(text, |heading| format!("* {heading} :"))
    }),
    ("bold headings", |text| {
        headings(text, |heading| format!("**{heading}:**"))
    }),
    ("headings apart", |text| {
        headings(text, |heading| format!("\n{heading}:\n"))
    }),
    ("headings in brackets", |text| {
        headings(text, |heading| format!("«{heading}»"))
    }),
    ("counts in brackets", |text| {
        words_replaced(
            text,
            &[
                ("حاضرین:", "حاضرین (۳ نفر):"),
                ("غایبین:", "غایبین (۲ دستگاه):"),
                ("غائبین:", "غائبین (۲):"),
            ],
        )
    }),
    ("other heads of people", |text| {
        words_replaced(
            text,
            &[
                ("حاضرین:", "اعضای حاضر در جلسه:"),
                ("غایبین:", "غایبین در جلسه:"),
                ("مدعوین:", "مهمانان جلسه:"),
            ],
        )
    }),
    ("other heads of parts", |text| {
        headings(text, |heading| match heading {
            "مصوبات" | "مصوبات جلسه" | "تصمیمات" => {
                "تصمیمات متخذه و مصوبات جلسه:".to_owned()
            }
            "دستور جلسه" | "دستور کار" => "دستور کار جلسه:".to_owned(),
            "خلاصه مذاکرات" | "اهم مطالب" | "اهم مباحث" => {
                "خلاصه مباحث مطرح شده در جلسه:".to_owned()
            }
            other => format!("{other}:"),
        })
    }),
    ("broken words", |text| {
        headings(text, |heading| {
            let broken = [
                ("مصوبات", "مصو بات"),
                ("دستور", "دس تور"),
                ("مذاکرات", "مذا کرات"),
                ("مطالب", "مطا لب"),
            ];
            format!("{}:", words_replaced(heading, &broken))
        })
    }),
    ("a slip in headings", |text| {
        headings(text, |heading| {
            format!(
                "{}:",
                words_replaced(
                    heading,
                    &[("مصوبات", "مصوبت"), ("مذاکرات", "مذاكزات"), ("تصمیمات", "تصیمات")]
                )
            )
        })
    }),
    ("drawn letters", |text| {
        words_replaced(
            text,
            &[("مصوبات", "مصــوبات"), ("حاضرین", "حاضـرین"), ("جلسه", "جلســه")],
        )
    }),
    ("vowel signs", |text| {
        words_replaced(text, &[("جلسه", "جلسهٔ"), ("مصوبات", "مصوّبات")])
    }),
    ("a letterhead", |text| {
        format!("جمهوری اسلامی ایران\nوزارت کشور\n\n{text}")
    }),
    ("blanks at the ends of lines", |text| text.replace('\n', "  \n")),
    ("lines as on another system", |text| text.replace('\n', "\r\n")),
    ("marks of direction", |text| {
        text.replace('\n', "\u{200f}\n\u{200f}")
    }),
];

/// What a reader sees of an outline: no kept lines and no signatures, letters and digits folded, notes counted.
fn gist(text: &str) -> Vec<String> {
    let outline = outline(&reader::read(text));
    let is_seen = |line: &&str| !line.starts_with("raw ") && !line.starts_with("signed ");
    let folded = |line: &str| match line.split_once(' ') {
        Some(("note", _)) => "note".to_owned(),
        _ => fold_tight(line).replace('ـ', ""),
    };
    outline.lines().filter(is_seen).map(folded).collect()
}

#[test]
fn rewrites_that_keep_the_meaning_keep_the_reading() {
    let (mut tried, mut kept) = (0, 0);
    let mut changed: Vec<String> = Vec::new();
    for (at, text) in samples().into_iter().enumerate() {
        let before = gist(&text);
        // Every other rewrite for each text, so that each of them meets every kind of text and the test stays short.
        for (name, rewrite) in REWRITES.iter().skip(at % 2).step_by(2) {
            let written = rewrite(&text);
            if written == text {
                continue;
            }
            tried += 1;
            let after = gist(&written);
            if after == before {
                kept += 1;
            } else {
                let title = text.lines().next().unwrap_or_default();
                let lost: Vec<&String> = before
                    .iter()
                    .filter(|line| !after.contains(line))
                    .take(4)
                    .collect();
                let new: Vec<&String> = after
                    .iter()
                    .filter(|line| !before.contains(line))
                    .take(4)
                    .collect();
                changed.push(format!("{name} · {title}\n   lost {lost:?}\n   new {new:?}"));
            }
        }
    }
    assert!(tried > 200, "{tried}");
    println!("{kept} of {tried} read as before\n{}", changed.join("\n"));
    assert!(
        kept * 100 >= tried * KEPT_OF_HUNDRED,
        "{kept} of {tried}:\n{}",
        changed.join("\n")
    );
}
