//! The cues of a transcript: WebVTT (W3C) and SubRip, as recorders and meeting programs give them.
//! Knows nothing of who belongs to a session.

use crate::exchange::minutes::{RawLine, entity_at};
use crate::text::digits::latin_digits;

/// Longest name of a speaker before a colon, in words.
const SPEAKER_WORDS: usize = 5;
/// The longest tag; a `<` that is not closed within is a letter.
const LONGEST_TAG: usize = 200;

/// What was said in one stretch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cue {
    /// Seconds since the recording began.
    pub from: u32,
    /// When it ends, in the same.
    pub until: u32,
    /// Who says it, where `<v ...>` says so.
    pub speaker: Option<String>,
    /// The words.
    pub text: String,
}

/// The cues in order, and the lines that belong to none: remarks, and what has no time.
pub(super) fn cues(text: &str) -> (Vec<Cue>, Vec<RawLine>) {
    let (mut cues, mut others) = (Vec::new(), Vec::new());
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut at = 0;
    while at < lines.len() {
        let length = lines[at..].iter().take_while(|line| !line.is_empty()).count();
        block(&lines[at..at + length], at + 1, &mut cues, &mut others);
        at += length.max(1);
    }
    (cues, others)
}

/// Lines between two blank ones: a cue, or something beside. Some programs leave the blank line out; then another time
/// begins another cue.
fn block(lines: &[&str], number: usize, cues: &mut Vec<Cue>, others: &mut Vec<RawLine>) {
    let times: Vec<usize> = (0..lines.len()).filter(|at| span(lines[*at]).is_some()).collect();
    let Some(first) = times.first() else {
        return beside(lines, number, others);
    };
    // One line above a time is its number or name, which programs count; what is more is no cue.
    beside(&lines[..first.saturating_sub(1)], number, others);
    if *first > 0 && !is_count(lines[first - 1]) {
        beside(&lines[first - 1..*first], number + first - 1, others);
    }
    for (index, time) in times.iter().enumerate() {
        let mut end = times.get(index + 1).copied().unwrap_or(lines.len());
        if end < lines.len() && end > time + 1 && is_count(lines[end - 1]) {
            end -= 1;
        }
        let Some((from, until)) = span(lines[*time]) else {
            continue;
        };
        for (speaker, text) in voices(&lines[time + 1..end].join("\n")) {
            cues.push(Cue {
                from,
                until,
                speaker,
                text,
            });
        }
    }
}

/// The heads, styles and regions of WebVTT are no words; its remarks and everything else are kept.
fn beside(lines: &[&str], number: usize, others: &mut Vec<RawLine>) {
    let first = lines
        .first()
        .map_or("", |line| line.trim_start_matches('\u{feff}'));
    if ["STYLE", "REGION"].contains(&first) {
        return;
    }
    for (index, line) in lines.iter().enumerate() {
        let line = line.trim_start_matches('\u{feff}');
        let words = line
            .strip_prefix("WEBVTT")
            .or(line.strip_prefix("NOTE"))
            .unwrap_or(line);
        if words.chars().any(char::is_alphanumeric) {
            others.push(RawLine {
                number: number + index,
                text: words
                    .trim_matches(|c: char| c.is_whitespace() || c == '-')
                    .to_owned(),
            });
        }
    }
}

/// A number, or a name without a blank that a program made.
fn is_count(line: &str) -> bool {
    !line.is_empty() && line.is_ascii() && !line.contains(' ') || line.chars().all(char::is_numeric)
}

/// «00:01:02.500 --> 00:01:04.000», with a comma in SubRip, with or without hours.
fn span(line: &str) -> Option<(u32, u32)> {
    let (from, until) = line.split_once("-->")?;
    Some((seconds(from)?, seconds(until.split_whitespace().next()?)?))
}

fn seconds(clock: &str) -> Option<u32> {
    let plain = latin_digits(clock.trim());
    let whole = plain.split(['.', ',']).next()?;
    let mut seconds: u32 = 0;
    let mut parts = 0;
    for part in whole.split(':') {
        let value: u32 = part.trim().parse().ok()?;
        seconds = seconds.checked_mul(60)?.checked_add(value)?;
        parts += 1;
    }
    (2..=3).contains(&parts).then_some(seconds)
}

/// The words of a cue by who says them; tags are taken off.
fn voices(payload: &str) -> Vec<(Option<String>, String)> {
    let mut voices = vec![(None, String::new())];
    let mut at = 0;
    while let Some(c) = payload[at..].chars().next() {
        let rest = &payload[at..];
        if let Some(tag) = tag_at(rest) {
            at += tag.len() + 2;
            if let Some(name) = voice(tag) {
                voices.push((Some(plain(name)), String::new()));
            } else if tag == "/v" {
                voices.push((None, String::new()));
            }
            continue;
        }
        let (c, end) = match entity_at(payload, at) {
            Some(entity) if c == '&' => entity,
            _ => (c, at + c.len_utf8()),
        };
        if let Some((_, words)) = voices.last_mut() {
            words.push(c);
        }
        at = end;
    }
    let whole = |(speaker, words): (Option<String>, String)| (speaker, joined(&words));
    voices
        .into_iter()
        .map(whole)
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

/// What stands between `<` and `>` at the start.
fn tag_at(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('<')?;
    let within = &inside.as_bytes()[..inside.len().min(LONGEST_TAG)];
    let tag = &inside[..memchr::memchr(b'>', within)?];
    let name = tag.trim_start_matches('/');
    (name.is_empty() || name.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(tag)
}

/// The name in `v.loud Name`.
fn voice(tag: &str) -> Option<&str> {
    let (kind, name) = tag.split_once(char::is_whitespace)?;
    (kind == "v" || kind.starts_with("v.")).then(|| name.trim())
}

fn plain(name: &str) -> String {
    let mut plain = String::new();
    let mut at = 0;
    while let Some(c) = name[at..].chars().next() {
        let (c, end) = match entity_at(name, at) {
            Some(entity) if c == '&' => entity,
            _ => (c, at + c.len_utf8()),
        };
        plain.push(c);
        at = end;
    }
    plain
}

/// The words with one blank between them; SubRip marks with `{\an8}` where a line stands.
fn joined(words: &str) -> String {
    let placed = words.trim_start();
    let unplaced = placed
        .strip_prefix("{\\")
        .and_then(|rest| rest.split_once('}'))
        .map_or(placed, |(_, rest)| rest);
    unplaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name before the colon of a cue, and the words behind it; whether it is a speaker is decided over all cues.
pub(super) fn labelled(text: &str) -> Option<(&str, &str)> {
    let (name, words) = text.split_once([':', '：'])?;
    let name = name
        .trim()
        .trim_start_matches(['-', '[', '('])
        .trim_end_matches([']', ')'])
        .trim();
    let count = name.split_whitespace().count();
    let is_name = (1..=SPEAKER_WORDS).contains(&count) && name.chars().any(char::is_alphabetic);
    (is_name && !words.trim().is_empty()).then(|| (name, words.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_read_with_voices_names_and_entities() {
        let text = "\u{feff}WEBVTT - جلسه آب\n\nNOTE ضبط اول\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:04.500 align:start\n\
                    <v.loud آقای الف>سلام &amp; <i>درود</i></v>\n\n00:00:05.000 --> 00:00:06.000\nدو\nسطر\n";
        let (cues, others) = cues(text);
        assert_eq!(
            cues,
            [
                Cue {
                    from: 1,
                    until: 4,
                    speaker: Some("آقای الف".to_owned()),
                    text: "سلام & درود".to_owned()
                },
                Cue {
                    from: 5,
                    until: 6,
                    speaker: None,
                    text: "دو سطر".to_owned()
                },
            ]
        );
        let others: Vec<(usize, &str)> = others
            .iter()
            .map(|line| (line.number, line.text.as_str()))
            .collect();
        assert_eq!(others, [(1, "جلسه آب"), (3, "ضبط اول")]);
    }

    #[test]
    fn subrip_is_read_even_where_blank_lines_are_missing() {
        let text = "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}سلام\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nالف: بله\r\n\r\n۳\n۰۱:۰۰:۰۰,۰۰۰ --> ۰۱:۰۰:۰۱,۰۰۰\nج";
        let (cues, others) = cues(text);
        let told: Vec<(u32, &str)> = cues.iter().map(|cue| (cue.from, cue.text.as_str())).collect();
        assert_eq!(told, [(1, "سلام"), (3, "الف: بله"), (3600, "ج")]);
        assert_eq!(others, []);
        assert_eq!(labelled("الف: بله"), Some(("الف", "بله")));
        assert_eq!(labelled("۱۰:۳۰ شروع شد"), None);
    }
}
