//! Our own form, filled in and read back; every name of the list is a field. Knows no store.

use super::{fields, form, template_refused};
use crate::calendar::Day;
use crate::exchange::docx::template::{TemplateError, TemplatePart, TemplatePlace, fill};
use crate::exchange::docx::{read_docx, write_docx};
use crate::exchange::format::Fonts;
use crate::exchange::paper::{Block, Paper, PaperTable, Text};
use crate::exchange::read_minutes;
use crate::office::query::SessionView;
use crate::papers::minutes::{counted, signers};
use crate::papers::{minutes, paper, tests};
use crate::text::without_isolates;
use crate::words::{Digits, Lang, Words};

fn view() -> SessionView {
    tests::view()
}

fn words(lang: Lang) -> Words {
    let digits = if lang == Lang::Fa {
        Digits::Persian
    } else {
        Digits::Latin
    };
    Words::new(lang, digits)
}

fn today() -> Day {
    Day::from_jalali(1402, 5, 1).unwrap()
}

fn filled(words: &Words, template: &Paper) -> Result<String, TemplateError> {
    let template = write_docx(template, &Fonts::default()).unwrap();
    let filled = fill(&template, &fields(words, &view(), today()))?;
    Ok(read_docx(&filled).unwrap())
}

#[test]
fn our_own_form_is_filled_in_both_languages() {
    for lang in [Lang::Fa, Lang::En] {
        let words = words(lang);
        let text = filled(&words, &form(&words)).unwrap();
        assert!(!text.contains("{{"), "{text}");
        for said in [
            "سالن فرمانداری",
            "بررسی چاه‌ها",
            "سارا نوبخت، معاون",
            "چاه‌ها بی‌پروانه‌اند.",
            "الف) فهرست چاه‌ها تهیه شود.",
            "حداکثر شش ماه",
        ] {
            assert!(text.contains(said), "{said} is not in:\n{text}");
        }
    }
}

#[test]
fn our_own_form_tells_attendance_in_the_words_of_our_own_minutes() {
    for lang in [Lang::Fa, Lang::En] {
        let words = words(lang);
        let own = minutes(&words, &view(), today());
        let own = read_docx(&write_docx(&own, &Fonts::default()).unwrap()).unwrap();
        let form = filled(&words, &form(&words)).unwrap();
        let cells = |text: &str| -> Vec<String> {
            let cells = text.split(['\n', '\t']).map(str::trim);
            cells.filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
        };
        let told = cells(&form);
        let guests = words.say("show-guests");
        let count = counted(&words, &view()).unwrap();
        assert!(
            told.contains(&without_isolates(&count)),
            "{count} is not in:\n{form}"
        );
        assert!(
            told.iter().any(|cell| cell.starts_with(&format!("{guests}: "))),
            "{form}"
        );
        // Every seat with its holder, its presence and what is remarked, and everyone who signs.
        for row in &view().roll {
            let at = own.find(&row.seat.name).unwrap();
            let line = own[at..].lines().next().unwrap();
            for cell in cells(line) {
                assert!(told.contains(&cell), "«{cell}» is not in:\n{form}");
            }
        }
        let signers = signers(&words, &view());
        assert!(!signers.is_empty());
        for signer in signers {
            assert!(told.contains(&super::flat(&signer.post)), "{form}");
        }
    }
}

#[test]
fn our_own_form_gives_the_session_back_to_our_own_reader() {
    let words = words(Lang::Fa);
    let read = read_minutes(&filled(&words, &form(&words)).unwrap());
    assert_eq!(read.date, view().session.date);
    assert_eq!(read.place, view().session.place);
    assert_eq!(read.agenda, ["بررسی چاه‌ها"]);
    assert_eq!(read.resolutions.len(), 1);
    assert_eq!(read.resolutions[0].row, Some(7));
}

/// The names in the tables at the head of the file of fields.
fn documented() -> Vec<String> {
    let source = include_str!("mod.rs");
    let rows = source.lines().filter(|line| line.starts_with("//! |"));
    let names = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    names.map(str::to_owned).collect()
}

#[test]
fn every_name_that_is_documented_is_a_field_and_every_field_is_documented() {
    let words = words(Lang::Fa);
    let documented = documented();
    let fields = fields(&words, &view(), today());
    let mut known: Vec<&str> = fields.single.iter().map(|one| one.names[0]).collect();
    for list in &fields.lists {
        known.push(list.names[0]);
        known.extend(list.columns.iter().map(|names| names[0]));
        assert!(list.rows.iter().all(|row| row.len() == list.columns.len()));
    }
    let mut written: Vec<&str> = documented.iter().map(String::as_str).collect();
    written.sort_unstable();
    known.sort_unstable();
    assert_eq!(written, known);
}

#[test]
fn each_name_has_one_meaning_in_either_language() {
    let fields = fields(&words(Lang::Fa), &view(), today());
    let single = fields.single.iter().map(|one| one.names);
    let lists = fields
        .lists
        .iter()
        .flat_map(|list| list.columns.iter().copied().chain([list.names]));
    let mut names: Vec<&str> = single.chain(lists).flatten().collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn a_clause_has_its_own_deadline_and_organisations_in_the_row() {
    let fields = fields(&words(Lang::Fa), &view(), today());
    let list = fields
        .lists
        .iter()
        .find(|list| list.names[1] == "resolutions")
        .unwrap();
    let column = |name| list.columns.iter().position(|names| names[1] == name).unwrap();
    let row = &list.rows[0];
    assert_eq!(
        row[column("resolution.responsible")],
        "فرمانداری\nالف) اداره منابع آب\nب) بخشداری شرق"
    );
    assert_eq!(
        row[column("resolution.deadline")],
        "حداکثر شش ماه\nالف) دو هفته\nب) یک ماه"
    );
}

#[test]
fn a_form_that_cannot_be_filled_is_refused_in_a_sentence_with_the_place() {
    let words = words(Lang::Fa);
    let table = PaperTable::headless(&[1], vec![vec![vec![Text::ours("{{جلسه.وقت}}")]]]);
    let refused = filled(&words, &paper(&words, vec![Block::Table(table)])).unwrap_err();
    let sentence = crate::text::without_isolates(&template_refused(&words, &refused));
    assert_eq!(
        sentence,
        "الگو فیلد «جلسه.وقت» را می‌خواهد که شناخته نیست (جدول ۱، سطر ۱)."
    );
    let place = TemplatePlace {
        part: TemplatePart::Footer,
        paragraph: 2,
        row: None,
    };
    let text = "{{جلسه".to_owned();
    let sentence = template_refused(&words, &TemplateError::Unclosed { text, place });
    let sentence = crate::text::without_isolates(&sentence);
    assert_eq!(
        sentence,
        "«{{جلسه» در الگو با }} بسته نشده است (پابرگ، پاراگراف ۲)."
    );
}
