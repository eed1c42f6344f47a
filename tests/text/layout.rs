//! The rows of an edit buffer, kept over edits, against the same text laid out as a whole by `wrap` and `line`.
//! It does not test what a command does to the text; `edit` does.

use dabir::text::{
    Controls, Direction, EditBuffer, EditCommand, LineStyle, Motion, TextForm, TypingHelps, VisualLine, line,
    wrap,
};
use proptest::prelude::*;

/// Pieces of text that hang on what stands near or far: numbers, brackets, signs, joiners, controls, emoji.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[ابپتدرسلمنهویکگ]{1,6}",
        6 => " {1,3}",
        4 => "[a-zA-Z]{1,5}",
        3 => "[0-9۰-۹٠-٩]{1,4}[-/:.–٫]{0,1}[0-9۰-۹]{0,4}",
        5 => "[(){}\\[\\]«»〈〉]",
        2 => "[.،؛؟!%٪$@+/-]",
        2 => "(لا|لَا|می\u{200C}شود|الله|ـ|ل|ا)",
        1 => "[\u{64B}-\u{652}\u{670}\u{301}]{1,2}",
        1 => "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}\u{2066}-\u{2069}\u{FEFF}\u{AD}\u{61C}]",
        1 => "[\t\u{1}\u{85}\u{2028}\u{2029}]",
        1 => "(漢字|한글|ᄒ\u{1161}\u{11AB}|😀|👨\u{200D}👩\u{200D}👧|👍🏽|🇮🇷|🇮|❤\u{FE0F}|क्षि|กำ|ڕ|\u{600}۱۲|א|‐)",
        1 => any::<char>().prop_map(String::from),
        1 => Just("\n".to_owned()),
    ]
}

fn text(pieces: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), pieces).prop_map(|pieces| pieces.concat())
}

#[derive(Debug, Clone)]
enum Step {
    /// Go to a place, told as a part of the text, and do something there.
    There(f64, EditCommand),
    /// Select from one place to another, and do something with it.
    Between(f64, f64, EditCommand),
    Do(EditCommand),
}

fn change() -> impl Strategy<Value = EditCommand> {
    prop_oneof![
        8 => piece().prop_map(EditCommand::Type),
        2 => text(0..8).prop_map(EditCommand::Paste),
        1 => Just(EditCommand::Newline),
        3 => Just(EditCommand::Backspace),
        2 => Just(EditCommand::Delete),
        1 => Just(EditCommand::DeleteWordBackward),
        1 => Just(EditCommand::DeleteWordForward),
        1 => Just(EditCommand::Undo),
        1 => Just(EditCommand::Redo),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0.0..1.0, change()).prop_map(|(at, command)| Step::There(at, command)),
        2 => (0.0..1.0, 0.0..1.0, change()).prop_map(|(from, to, command)| Step::Between(from, to, command)),
        6 => change().prop_map(Step::Do),
        1 => Just(Step::Do(EditCommand::Move(Motion::PageDown))),
        1 => Just(Step::Do(EditCommand::Move(Motion::Up))),
    ]
}

fn take(buffer: &mut EditBuffer, step: Step) {
    let at = |part: f64, buffer: &EditBuffer| (part * (buffer.text().len() + 1) as f64) as usize;
    let command = match step {
        Step::Do(command) => command,
        Step::There(part, command) => {
            buffer.apply(EditCommand::MoveTo(at(part, buffer)));
            command
        }
        Step::Between(from, to, command) => {
            buffer.apply(EditCommand::MoveTo(at(from, buffer)));
            buffer.apply(EditCommand::SelectTo(at(to, buffer)));
            command
        }
    };
    buffer.apply(command);
}

/// A field of the buffer.
#[derive(Debug, Clone)]
struct Field {
    columns: usize,
    height: usize,
    style: LineStyle,
    single: bool,
    by_paragraph: bool,
}

fn field() -> impl Strategy<Value = Field> {
    let flags = (
        any::<bool>(),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
    );
    (
        prop_oneof![2usize..12, 12usize..50],
        1usize..12,
        flags,
        prop::bool::weighted(0.2),
        any::<bool>(),
    )
        .prop_map(
            |(columns, height, (ltr, honour, logical), single, by_paragraph)| Field {
                columns,
                height,
                style: LineStyle {
                    base: if ltr { Direction::Ltr } else { Direction::Rtl },
                    controls: if honour { Controls::Honour } else { Controls::Show },
                    form: if logical {
                        TextForm::Logical
                    } else {
                        TextForm::Visual
                    },
                    show_zwnj: true,
                },
                single,
                by_paragraph,
            },
        )
}

impl Field {
    /// The lines of a text with the byte where each begins, its cells counted from there: all of it laid out at once.
    fn lines(&self, text: &str) -> Vec<(usize, VisualLine)> {
        let mut found = Vec::new();
        let mut start = 0;
        for paragraph in text.splitn(if self.single { 1 } else { usize::MAX }, '\n') {
            let own = self.by_paragraph.then(|| Direction::of(paragraph)).flatten();
            let style = LineStyle {
                base: own.unwrap_or(self.style.base),
                ..self.style
            };
            let lines = if self.single {
                let mut only = line(paragraph, &style);
                only.range_byte = 0..paragraph.len();
                vec![only]
            } else {
                wrap(paragraph, (self.columns - 1).max(1), &style)
            };
            for mut laid in lines {
                let begins = laid.range_byte.start;
                laid.range_byte = 0..laid.range_byte.len();
                for cell in &mut laid.cells {
                    cell.source_byte =
                        cell.source_byte.start - begins as u32..cell.source_byte.end - begins as u32;
                }
                found.push((start + begins, laid));
            }
            start += paragraph.len() + 1;
        }
        found
    }

    fn buffer(&self, text: &str) -> EditBuffer {
        let mut buffer = if self.single {
            EditBuffer::single_line(text)
        } else {
            EditBuffer::new(text)
        };
        buffer.direction_by_paragraph = self.by_paragraph;
        buffer.helps = TypingHelps::OFF;
        buffer
    }

    /// What the buffer shows of all its rows. A line wider than the field is cut to it, so such a field is shown wide.
    fn shown(&self, buffer: &EditBuffer, text: &str) -> Vec<(usize, VisualLine)> {
        let columns = if self.single {
            line(text, &self.style).columns + 1
        } else {
            self.columns
        };
        let rows = buffer.rows(columns, usize::MAX / 4, &self.style);
        assert_eq!(rows.total, rows.rows.len());
        rows.rows
            .iter()
            .map(|row| (row.start_byte, (*row.line).clone()))
            .collect()
    }

    fn check(&self, text: &str, steps: Vec<Step>) -> Result<(), TestCaseError> {
        let mut buffer = self.buffer(text);
        for step in steps {
            // What is in view is kept, so the next step finds a layout that knows some lines and not others.
            let rows = buffer.rows(self.columns, self.height, &self.style);
            prop_assert!(rows.caret.row < rows.rows.len());
            take(&mut buffer, step.clone());
            self.compare(&buffer.clone(), &step)?;
        }
        Ok(())
    }

    fn compare(&self, buffer: &EditBuffer, step: &Step) -> Result<(), TestCaseError> {
        let (mut shown, mut laid) = (self.shown(buffer, buffer.text()), self.lines(buffer.text()));
        prop_assert_eq!(shown.len(), laid.len());
        for (shown, laid) in shown.iter_mut().zip(&mut laid) {
            if !self.single && laid.1.columns >= self.columns {
                // A single wide character is cut away where it does not fit.
                for line in [&mut shown.1, &mut laid.1] {
                    line.cells.clear();
                    line.columns = 0;
                }
            }
            prop_assert_eq!(shown, laid, "after {:?} in {:?}", step, buffer.text());
        }
        Ok(())
    }

    /// As [`Field::check`], looked at once at the end, with all rows known all along.
    fn check_all_known(&self, text: &str, steps: Vec<Step>) -> Result<(), TestCaseError> {
        let mut buffer = self.buffer(text);
        for step in steps {
            self.shown(&buffer, buffer.text());
            take(&mut buffer, step.clone());
            self.compare(&buffer, &step)?;
        }
        Ok(())
    }
}

/// How many texts are tried; more can be asked for.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(300)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn rows_kept_over_edits_are_those_of_the_text_laid_out_as_a_whole(
        field in field(), text in text(0..80), steps in prop::collection::vec(step(), 1..12),
    ) {
        field.check(&text, steps)?;
    }

    #[test]
    fn rows_that_were_all_looked_at_are_those_of_the_text_laid_out_as_a_whole(
        field in field(), text in text(0..120), steps in prop::collection::vec(step(), 1..12),
    ) {
        field.check_all_known(&text, steps)?;
    }

    #[test]
    fn brackets_that_are_opened_and_closed_far_away_turn_what_they_hold(
        columns in 6usize..30,
        text in "([اب]{1,3}|[ab]{1,3}| |[(\\[]|[)\\]]|[7۷]|-){0,80}",
        steps in prop::collection::vec((0.0..1.0, "([()\\[\\]]|ا|a| )").prop_map(|(at, typed)| Step::There(at, EditCommand::Type(typed))), 1..12),
        ltr: bool,
    ) {
        let base = if ltr { Direction::Ltr } else { Direction::Rtl };
        let style = LineStyle { base, ..LineStyle::default() };
        let field = Field { columns, height: 5, style, single: false, by_paragraph: false };
        field.check_all_known(&text, steps)?;
    }
}
