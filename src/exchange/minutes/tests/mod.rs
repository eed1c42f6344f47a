//! Whole minutes through the reader: real ones, made-up ones in many layouts, and what is no minutes at all.
//! Made-up minutes are compared by an outline of what was read; its lines are explained at [`outline`].

mod broken_cells;
mod heads;
mod hostile;
mod label_lines;
mod lists;
mod merged;
mod more_lists;
mod more_tables;
mod offices;
mod real;
mod rewrites;
mod rolls;
mod side_by_side;
mod slips;
mod table_rows;
mod tables;

use compact_str::CompactString;
use std::collections::HashSet;
use std::fmt::Write;

use super::account::{without_markup, words_kept};
use super::doubt::DoubtKind;
use super::label_words::is_label_words;
use super::words::{joined, words};
use super::{ReadMinutes, ReadStatus, reader, words_lost};
use crate::calendar::parse_month;
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// Reads `text`, checks that no word is missing, and compares the outline of what was read.
fn check(text: &str, expected: &str) {
    let read = reader::read(text);
    assert_eq!(words_lost(text, &read), Vec::<String>::new());
    assert_eq!(words_unseen(text, &read), Vec::<String>::new());
    let missing =
        |kind: &DoubtKind| matches!(kind, DoubtKind::RowsMissing { .. } | DoubtKind::RowIsNoResolution);
    assert!(
        !read.doubts.iter().any(|doubt| missing(&doubt.kind)),
        "{:?}",
        read.doubts
    );
    assert_eq!(outline(&read).trim(), expected.trim());
}

/// The words of `text` that stand in no field and in no kept line, though they are no labels and no numbers.
fn words_unseen(text: &str, read: &ReadMinutes) -> Vec<String> {
    let seen = ReadMinutes {
        understood: Vec::new(),
        ..read.clone()
    };
    let mut seen: HashSet<CompactString> = words_kept(&seen).into_keys().collect();
    for field in [&read.body, &read.weekday_written].into_iter().flatten() {
        seen.extend(words(field).into_iter().map(|word| word.key));
    }
    let all = words(&without_markup(text));
    let is_seen = |key: &str| seen.contains(key) || is_label_words(key);
    // Letters and blanks apart, what is written «تا ریخ» or «مورخ۶» is a label too.
    let near = |at: usize, count: usize| {
        (at.saturating_sub(count - 1)..=at)
            .filter_map(|start| all.get(start..start + count))
            .any(|run| is_seen(&joined(run)))
    };
    let is_value = |key: &str| {
        key.contains(|c: char| c.is_ascii_digit())
            || parse_month(key).is_some()
            || parse_cardinal(key).is_some()
            || parse_ordinal(key).is_some()
            || key.chars().count() == 1
    };
    let unseen =
        (0..all.len()).filter(|at| !is_value(&all[*at].key) && !(1..=3).any(|count| near(*at, count)));
    unseen.map(|at| all[at].key.to_string()).collect()
}

/// Reads `text`, checks that no word is missing, and gives what was read.
fn read_of(text: &str) -> ReadMinutes {
    let read = reader::read(text);
    assert_eq!(words_lost(text, &read), Vec::<String>::new());
    read
}

/// What was read, one thing a line: `session` ordinal, year and kind; `when` date, weekday and times; `+` a present
/// one, `~` by video, `=` represented, `?` excused, `-` absent, `!` not ticked; `#` a resolution with number, subject, deadline and
/// responsible ones, its wording below it; `|` annexes. What is missing has no line.
fn outline(read: &ReadMinutes) -> String {
    let mut out = String::new();
    let mut line = |label: &str, parts: &[Option<String>]| {
        if parts.iter().any(Option::is_some) {
            let parts: Vec<&str> = parts.iter().map(|part| part.as_deref().unwrap_or("·")).collect();
            let _ = writeln!(out, "{label} {}", parts.join(" / "));
        }
    };
    let text = |text: &str| Some(text.to_owned());
    line("body", std::slice::from_ref(&read.body));
    let kind = (read.kind != Default::default()).then(|| format!("{:?}", read.kind));
    line(
        "session",
        &[
            read.ordinal.map(|n| n.to_string()),
            read.year.map(|n| n.to_string()),
            kind,
        ],
    );
    let times = [
        read.start.map(|time| time.to_string()),
        read.end.map(|time| time.to_string()),
    ];
    let [start, end] = times;
    line(
        "when",
        &[
            read.date.map(|day| day.to_string()),
            read.weekday_written.clone(),
            start,
            end,
        ],
    );
    line(
        "invitation",
        &[
            read.invitation_number.clone(),
            read.invitation_date.map(|day| day.to_string()),
        ],
    );
    line("place", std::slice::from_ref(&read.place));
    line("chair", std::slice::from_ref(&read.chair));
    line("secretary", std::slice::from_ref(&read.secretary));
    read.agenda.iter().for_each(|item| line("agenda", &[text(item)]));
    read.notes
        .iter()
        .for_each(|note| line("note", &[note.speaker.clone(), text(&note.text)]));
    for one in &read.attendance {
        let sign = match one.status {
            ReadStatus::Present => "+",
            ReadStatus::Video => "~",
            ReadStatus::Represented => "=",
            ReadStatus::Excused => "?",
            ReadStatus::Absent => "-",
            ReadStatus::Unticked => "!",
        };
        let who = [
            ("person", &one.person),
            ("post", &one.post),
            ("by", &one.representative),
            ("why", &one.reason),
        ];
        let who = who
            .into_iter()
            .filter_map(|(label, text)| Some(format!("{label} {}", text.as_ref()?)));
        let parts: Vec<Option<String>> = std::iter::once(one.name.clone()).chain(who).map(Some).collect();
        line(sign, &parts);
    }
    for guest in &read.guests {
        let parts: Vec<&str> = [Some(&guest.name), guest.post.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        line("guest", &[text(&parts.join("، "))]);
    }
    for one in &read.resolutions {
        let responsible = (!one.responsible.is_empty()).then(|| one.responsible.join(" + "));
        let number = Some(one.row.map_or("·".to_owned(), |row| row.to_string()));
        line(
            "#",
            &[
                number,
                one.subject.clone(),
                one.deadline_written.clone(),
                responsible,
            ],
        );
        one.text.split('\n').for_each(|part| line("   ", &[text(part)]));
        for clause in &one.clauses {
            line(
                "   clause",
                &[
                    text(&clause.letter),
                    clause.deadline_written.clone(),
                    clause.responsible_written.clone(),
                ],
            );
        }
        one.remarks
            .iter()
            .for_each(|remark| line("   remark", &[text(remark)]));
    }
    for annex in &read.annexes {
        line("annex", std::slice::from_ref(&annex.title));
        annex
            .rows
            .iter()
            .for_each(|row| line("|", &[Some(row.join(" | "))]));
    }
    read.signatures
        .iter()
        .for_each(|name| line("signed", &[text(name)]));
    read.raw
        .iter()
        .for_each(|raw| line("raw", &[Some(format!("{}: {}", raw.number, raw.text))]));
    out
}
