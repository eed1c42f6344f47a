//! What opens a part of minutes: a label in a line, with whatever sign behind it, or a sentence that announces the part.
//! Knows no content of a part: what stands behind a label is read elsewhere.

use std::sync::LazyLock;

use super::enumerate::{digit, heading_number, item_number, named_number};
use super::labels::{Labelled, MinutesPart, colons, ends_a_sentence, ends_with_verb, floor, is_verb};
use super::matching::KnownWords;
use super::names::{begins_name, is_title};
use super::vocabulary::{LABEL_FILLERS, NO_NAME, PLAIN_CORES, SECTION_CORES, SECTION_WORDS};
use super::words::{Word, first_words, is_arabic_script, joined, run_of_any, without_bullet, words};

/// Longest label in words, and the longest one that names the session in it («مصوبات هشتمین جلسه ...:»).
const LABEL_WORDS: usize = 9;
const LONG_LABEL_WORDS: usize = 24;
/// Longest label that has a word of its own in it («حاضرین ستاد بحران:»), and most such words.
const OWN_LABEL_WORDS: usize = 7;
const OWN_WORDS: usize = 3;

/// Longest label inside a line, in words.
const INNER_LABEL_WORDS: usize = 4;

/// Labels that an item of the agenda may stand right behind.
const AGENDA_LABELS: &[&str] = &["دستورجلسه", "دستورکار", "دستورکارجلسه", "دستورنشست"];

/// The words that a label is made of.
static LABELS: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::of(&[SECTION_WORDS, LABEL_FILLERS]));

/// Labels that are the whole of it.
static PLAIN: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::of(&[PLAIN_CORES]));

/// The section that a paragraph opens, by a label at its start or by a sentence that announces what follows.
pub(super) fn section_label(text: &str) -> Option<Labelled<MinutesPart>> {
    if !is_arabic_script(&text[..floor(text, 400)]) {
        return None;
    }
    let inner = without_bullet(text);
    if named_number(inner).is_some() {
        // «مصوبه ۳: ...» is one resolution, not the heading of all.
        return None;
    }
    let start = text.len() - inner.len();
    let offset = start + heading_number(inner);
    let behind_its_number = || (offset > start).then(|| labelled_from(text, offset)).flatten();
    let found = labelled_from(text, start).or_else(behind_its_number);
    found.or_else(|| {
        announced(text).map(|label| Labelled {
            label,
            rest_byte: text.len(),
            by_sentence: true,
        })
    })
}

/// Where labels of lists of names begin inside a line, behind what stands before them: «حاضرین: ... غایبین: ...».
pub(super) fn people_labels_inside(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if !text.contains(':') {
        return found;
    }
    let words = words(text);
    for colon in colons(text) {
        let end = words.partition_point(|word| word.end_byte <= colon);
        let least = end.saturating_sub(INNER_LABEL_WORDS).max(1);
        let is_label = |run: &[Word]| {
            let blank = |pair: &[Word]| text[pair[0].end_byte..pair[1].start_byte].trim().is_empty();
            run.windows(2).all(blank)
                && begins_plainly(run)
                && is_plain_label(run)
                && section_of(run).is_some_and(is_of_people)
        };
        let start = (least..end).find(|start| is_label(&words[*start..end]));
        if let Some(start) = start
            && text[words[end - 1].end_byte..colon].trim().is_empty()
            && words[..start].iter().any(|word| !is_label_word(&word.key))
        {
            found.push(words[mark_before(text, &words, start)].start_byte);
        }
    }
    found
}

/// The word of a mark right before a label, «ب) غایبین», or the label's first word.
fn mark_before(text: &str, words: &[Word], start: usize) -> usize {
    let Some(mark) = start.checked_sub(1) else {
        return start;
    };
    let key = words[mark].key.as_str();
    let is_mark = key == "الف" || key.chars().count() == 1;
    let gap = text[words[mark].end_byte..words[start].start_byte].trim();
    if is_mark && gap.starts_with([')', '-', '–', '.', 'ـ']) {
        mark
    } else {
        start
    }
}

fn labelled_from(text: &str, start: usize) -> Option<Labelled<MinutesPart>> {
    let rest = &text[start..];
    let words = first_words(rest, LONG_LABEL_WORDS + 1);
    let found = by_colon(rest, &words)
        .or_else(|| alone(rest, &words))
        .or_else(|| by_other_sign(rest, &words))
        .or_else(|| before_names(rest, &words))
        .or_else(|| before_item(rest, &words));
    let (label, rest_byte) = found?;
    Some(Labelled {
        label,
        rest_byte: start + rest_byte,
        by_sentence: false,
    })
}

/// «حاضرین (۳ نفر): ...», «مصوبات هشتمین جلسه شورا:»
fn by_colon(text: &str, words: &[Word]) -> Option<(MinutesPart, usize)> {
    let limit = words.last().map_or(0, |word| word.end_byte);
    let colon = colons(text).take_while(|colon| *colon <= limit + 4).next()?;
    let label = before(text, words, colon);
    if label.len() == 1 && label[0].key == "دستور" {
        return Some((MinutesPart::Agenda, colon + 1));
    }
    let section = section_of(&label)?;
    let names_the_session = text[colon + 1..].trim().is_empty()
        && label.len() <= LONG_LABEL_WORDS
        && label
            .iter()
            .any(|word| matches!(word.key.as_str(), "جلسه" | "نشست" | "صورتجلسه"))
        && section_of(&label[..label.len().min(2)]) == Some(section);
    let fits = is_plain_label(&label) || names_the_session || has_own_words(&label);
    fits.then_some((section, colon + 1))
}

/// A heading alone in its line, without any sign.
fn alone(text: &str, words: &[Word]) -> Option<(MinutesPart, usize)> {
    let label = before(text, words, text.len());
    if label.is_empty() || label.len() > LABEL_WORDS {
        return None;
    }
    let section = section_of(&label).filter(|_| !ends_a_sentence(text))?;
    let has_no_list = !text.contains(['،', '/', '؛', '-', '–']) && !text.contains(|c| digit(c).is_some());
    let own = has_no_list && label.len() <= 5 && has_own_words(&label) && !names_someone(&label);
    (is_plain_label(&label) || own).then_some((section, text.len()))
}

/// «غایبین در جلسه (۲ دستگاه)، ...», «دستور جلسه - ...», «مصوبات = ...»: a sign that is no colon ends the label.
fn by_other_sign(text: &str, words: &[Word]) -> Option<(MinutesPart, usize)> {
    let limit = words.get(LABEL_WORDS).map_or(text.len(), |word| word.start_byte);
    let (sign, at) = text[..limit]
        .char_indices()
        .filter(|(at, c)| is_label_sign(text, *at, *c))
        .map(|(at, c)| (c, at))
        .next()?;
    let rest = &text[at + sign.len_utf8()..];
    let label = before(text, words, at);
    let section = section_of(&label).filter(|_| rest.contains(char::is_alphabetic))?;
    let begins = begins_plainly(&label) && is_plain_label(&label);
    // A comma or a bracket is no sign of a heading before prose; names or an item may stand behind it.
    let weak = matches!(sign, '،' | ',' | ')');
    let fits = if is_of_people(section) {
        names_follow(text, rest)
    } else {
        !weak || (section == MinutesPart::Agenda && !ends_with_verb(text))
    };
    let end = at + sign.len_utf8();
    (begins && fits && !is_plain_label(&first_words(rest, LABEL_WORDS))).then_some((section, end))
}

/// «غایبین اداره کل اطلاعات / دانشگاه»: the names stand right behind the label.
fn before_names(text: &str, words: &[Word]) -> Option<(MinutesPart, usize)> {
    let first = words.first()?;
    if !PLAIN.contains(&first.key) || ends_with_verb(text) {
        return None;
    }
    let known = |word: &&Word| {
        let key = word.key.as_str();
        LABELS.contains(key) && !is_title(key)
    };
    let count = words.iter().take(LABEL_WORDS).take_while(known).count();
    let section = section_of(&words[..count]).filter(|section| is_of_people(*section))?;
    let next = words.get(count..).filter(|rest| begins_name(rest))?.first()?;
    let gap = &text[words[count - 1].end_byte..next.start_byte];
    gap.trim().is_empty().then_some((section, next.start_byte))
}

/// «دستور جلسه بررسی وضعیت آب»: the item stands right behind the label.
fn before_item(text: &str, words: &[Word]) -> Option<(MinutesPart, usize)> {
    let count = run_of_any(words, AGENDA_LABELS)?;
    let next = words.get(count).filter(|_| !ends_with_verb(text))?;
    let gap = text[words[count - 1].end_byte..next.start_byte].trim();
    let is_agenda = section_of(&words[..=count]) == Some(MinutesPart::Agenda) && !is_label_word(&next.key);
    (gap.is_empty() && is_agenda).then_some((MinutesPart::Agenda, next.start_byte))
}

/// Whether a sign may end a label: dashes stand apart from a word at least at one side, brackets hold a count.
fn is_label_sign(text: &str, at: usize, sign: char) -> bool {
    let behind = &text[at + sign.len_utf8()..];
    let apart = || text[..at].ends_with([' ', '\u{a0}', ')']) || behind.starts_with([' ', '\u{a0}', '\t']);
    match sign {
        '=' | '؛' | ';' | '|' | '،' | ',' | '←' | '→' => true,
        '-' | '–' | '—' | '_' | 'ـ' => apart(),
        // A bracket that another sign follows is part of the label.
        ')' => behind.trim_start().starts_with(char::is_alphabetic),
        _ => false,
    }
}

/// The words before a byte, without those in brackets: «حاضرین (۳ نفر)» is «حاضرین».
fn before(text: &str, words: &[Word], end: usize) -> Vec<Word> {
    let mut label = Vec::new();
    let mut depth = 0;
    // A bracket around the whole heading («[مصوبات]») hides nothing.
    let mut at = words.first().map_or(0, |word| word.start_byte);
    for word in words.iter().take_while(|word| word.start_byte < end) {
        for c in text[at..word.start_byte].chars() {
            depth = match c {
                '(' | '[' => depth + 1,
                ')' | ']' => (depth - 1).max(0),
                _ => depth,
            };
        }
        at = word.end_byte;
        if depth == 0 {
            label.push(word.clone());
        }
    }
    label
}

fn is_plain_label(label: &[Word]) -> bool {
    !label.is_empty() && label.len() <= LABEL_WORDS && LABELS.make_up(&LABELS.mended_key(label))
}

/// A short label that begins plainly and says of what it is: «غایبین ستاد بحران», «مصوبات هفته جاری».
fn has_own_words(label: &[Word]) -> bool {
    let own = || label.iter().filter(|word| !is_label_word(&word.key)).count();
    label.len() <= OWN_LABEL_WORDS
        && begins_plainly(label)
        && !label.iter().any(|word| is_verb(&word.key))
        && own() <= OWN_WORDS
}

fn is_label_word(key: &str) -> bool {
    LABELS.make_up(key.trim_matches(|c: char| c.is_ascii_digit()))
        || key.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether one of the first words can be nothing but a label of such a part («حاضرین», «مصوبات»; not «نماینده»).
fn begins_plainly(label: &[Word]) -> bool {
    let start = &label[..label.len().min(4)];
    let is_plain = |from: usize, to: usize| PLAIN.contains(&LABELS.mended_key(&start[from..to]));
    (0..start.len().min(3)).any(|from| (from + 1..=start.len()).any(|to| is_plain(from, to)))
}

fn names_someone(label: &[Word]) -> bool {
    (1..label.len()).any(|at| begins_name(&label[at..]) && !is_label_word(&label[at].key))
}

fn names_follow(text: &str, rest: &str) -> bool {
    let first = first_words(rest, 1);
    let none = first
        .first()
        .is_some_and(|word| NO_NAME.contains(&word.key.as_str()));
    none || !ends_with_verb(text)
}

pub(super) fn is_of_people(section: MinutesPart) -> bool {
    matches!(
        section,
        MinutesPart::Present
            | MinutesPart::Video
            | MinutesPart::Represented
            | MinutesPart::Excused
            | MinutesPart::Absent
            | MinutesPart::Guests
    )
}

/// Whether words speak of an earlier session: «مصوبات جلسه قبل» are none of this one.
pub(super) fn is_of_before(words: &[Word]) -> bool {
    let before = ["قبل", "قبلی", "گذشته", "پیشین", "قبلا"];
    words.iter().any(|word| before.contains(&word.key.as_str()))
}

/// What makes a section, with the letters that it has.
static CORES: LazyLock<Vec<(&str, u64, MinutesPart)>> = LazyLock::new(|| {
    let with_letters = |(core, part): &(&'static str, MinutesPart)| (*core, letters_of(core), *part);
    SECTION_CORES.iter().map(with_letters).collect()
});

/// Which letters a text has, a bit for each; a few share theirs.
fn letters_of(text: &str) -> u64 {
    text.chars()
        .fold(0, |letters, c| letters | 1 << (c as u32 % u64::BITS))
}

/// The section that words name, if they do: all of the words together must have a core.
fn section_of(words: &[Word]) -> Option<MinutesPart> {
    let core_in = |text: &str| {
        let letters = letters_of(text);
        CORES
            .iter()
            .find(|(core, wanted, _)| wanted & !letters == 0 && text.contains(core))
            .map(|found| found.2)
    };
    let mut text = joined(words);
    let mut found = core_in(&text);
    if found.is_none() && words.len() <= OWN_LABEL_WORDS {
        text = LABELS.mended_key(words);
        found = core_in(&text);
    }
    let found = found?;
    if is_of_people(found) {
        // «حاضرین و غایبین» is the roll of both.
        let both = text.contains("حاضر") && text.contains("غایب");
        return Some(if both { MinutesPart::Present } else { found });
    }
    let other = ["اتی", "اینده", "بعد", "بعدی"];
    let of_another = is_of_before(words) || words.iter().any(|word| other.contains(&word.key.as_str()));
    // «بررسی مصوبات» and «گزارش تصمیمات» are items of an agenda.
    let deed = words.first().map_or("", |word| word.key.as_str());
    let is_item = ["بررسی", "پیگیری", "قرایت", "ارایه", "تصویب", "گزارش", "طرح"].contains(&deed);
    let is_decision = matches!(found, MinutesPart::Resolutions | MinutesPart::Agenda);
    let is_other = of_another || (is_item && is_decision);
    (!is_other).then_some(found)
}

/// A sentence at whose end the next part is announced: «... موارد ذیل مصوب گردید:», «با دستور کار زیر ...».
fn announced(text: &str) -> Option<MinutesPart> {
    let tail_start = floor(text, text.len().saturating_sub(220));
    let words = first_words(&text[tail_start..], 80);
    let tail = &words[words.len().saturating_sub(14)..];
    let Some(at) = (0..tail.len()).find(|at| points_below(tail, *at)) else {
        return decides_openly(text, tail).then_some(MinutesPart::Resolutions);
    };
    let near = &tail[at.saturating_sub(4)..];
    let near_has = |wanted: &[&str]| {
        near.iter()
            .any(|word| wanted.iter().any(|core| word.key.contains(core)))
    };
    let ends_open = text.trim_end().ends_with([':', '؛']);
    let near_text = joined(near);
    let verb = tail.last().is_some_and(|word| is_verb(&word.key));
    if !ends_open && !verb {
        return None;
    }
    if ["دستورکار", "دستورجلسه", "دستورات"]
        .iter()
        .any(|core| near_text.contains(core))
    {
        return Some(MinutesPart::Agenda);
    }
    if near_has(&["مصوب", "تصویب", "تصمیم", "مقرر", "اتخاذ"]) {
        return Some(MinutesPart::Resolutions);
    }
    // «با حضور اعضای زیر تشکیل گردید:»
    if ends_open && near_has(&["حضور"]) && near_has(&["اعضا", "افراد", "حاضر", "نفرات", "اشخاص"])
    {
        return Some(MinutesPart::Present);
    }
    let spoken = near_has(&["مطرح", "بیان", "ایراد", "مباحث", "مطالب", "نکات"]);
    (spoken && ends_open).then_some(MinutesPart::Notes)
}

/// «موارد ذیل», «به شرح زیر», «تصمیمات زیر»; «آتی» points below only behind «شرح»: «جلسه آتی» is the next session.
fn points_below(words: &[Word], at: usize) -> bool {
    let key = words[at].key.as_str();
    match key {
        "ذیل" | "زیر" | "ذیلا" | "بشرحذیل" | "بشرحزیر" => true,
        "اتی" => words[at.saturating_sub(2)..at]
            .iter()
            .any(|word| word.key.ends_with("شرح")),
        _ => false,
    }
}

/// «پس از بحث و تبادل نظر مقرر گردید:» with nothing behind it; a numbered item that ends so is one resolution.
fn decides_openly(text: &str, tail: &[Word]) -> bool {
    let [.., decided, verb] = tail else { return false };
    let decides = ["مقرر", "مصوب", "تصویب", "اتخاذ"]
        .iter()
        .any(|core| decided.key.contains(core));
    text.trim_end().ends_with(':')
        && decides
        && is_verb(&verb.key)
        && item_number(without_bullet(text)).is_none()
}
