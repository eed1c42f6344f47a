//! Figures in words: their names, values and formulas, and what they are about. Does not know where they are shown.

use super::names;
use crate::domain::figures::{Figure, Held, Measure, Subject, Value};
use crate::office::report::Report;
use crate::words::{Arg, Words};

/// The name of what is measured.
pub fn title(words: &Words, measure: Measure) -> String {
    words.say(&measure.title())
}

/// «۱۲», «۸۷٫۵٪», or a dash for a share of nothing.
pub fn value(words: &Words, value: Value) -> String {
    match (value, value.per_mille()) {
        (Value::Count(number), _) => words.number(number),
        (_, Some(per_mille)) => words.percent(per_mille),
        (_, None) => words.say("figure-nothing"),
    }
}

/// The sentence of how a figure is reckoned.
pub fn formula(words: &Words, figure: &Figure) -> String {
    let parts = figure.parts.iter().map(|(name, part)| (*name, Arg::from(*part)));
    let shown = ("value", Arg::from(value(words, figure.value)));
    let args: Vec<(&str, Arg)> = parts.chain([shown]).collect();
    words.say_with(&figure.measure.formula(), &args)
}

/// What figures are about, without the body and the year that a column of their own shows.
pub fn subject(words: &Words, report: &Report, subject: &Subject) -> String {
    let body = |id| {
        report
            .body(id)
            .map(|body| body.brief().to_owned())
            .unwrap_or_default()
    };
    match subject {
        Subject::All => words.say("figure-all"),
        Subject::Body(id) | Subject::BodyYear(id, _) => body(id),
        Subject::Year(Some(year)) => {
            let year = words.number(year);
            words.say_with("figure-year", &[("year", year.into())])
        }
        Subject::Year(None) => words.say("figure-no-year"),
        Subject::Seat(at) => {
            let seat = report.seat(*at);
            seat.map(|seat| seat.name.clone()).unwrap_or_default()
        }
        Subject::Session(at) => {
            let held = report.held(*at);
            held.map(|held| session(words, held, &body(&held.body)))
                .unwrap_or_default()
        }
        Subject::Organisation(who) => match report.name_of(who) {
            Some(name) => name.to_owned(),
            None => words.say("figure-nobody"),
        },
    }
}

/// A year, or that there is none.
pub fn year(words: &Words, year: Option<i32>) -> String {
    match year {
        Some(year) => words.number(year),
        None => words.say("figure-no-year"),
    }
}

/// «هشتمین جلسه کتاف ۱۴۰۱/۰۳/۱۲».
fn session(words: &Words, held: &Held, body: &str) -> String {
    let name = names::name_of(words, held.ordinal, body);
    match held.date {
        Some(day) => format!("{name} {}", words.day(day)),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Digits, Lang};

    #[test]
    fn every_figure_has_a_name_and_a_formula_in_both_languages() {
        let all = Measure::YEAR
            .iter()
            .chain(&Measure::ATTENDANCE)
            .chain(&Measure::EXECUTION);
        for measure in all {
            for lang in [Lang::Fa, Lang::En] {
                let words = Words::new(lang, Digits::Persian);
                assert!(words.has(&measure.title()), "{measure:?} {lang:?}");
                assert!(words.has(&measure.formula()), "{measure:?} {lang:?}");
            }
        }
    }

    #[test]
    fn a_formula_tells_its_parts_and_its_value() {
        let words = Words::new(Lang::Fa, Digits::Persian);
        let figure = Figure {
            measure: Measure::OnTimeRate,
            value: Value::Share { part: 2, whole: 3 },
            parts: vec![("on_time", 2), ("late", 1), ("overdue", 0)],
            rows: crate::domain::figures::RowsBehind::Resolutions(Vec::new()),
        };
        let told: String = formula(&words, &figure)
            .chars()
            .filter(|c| !matches!(c, '\u{2068}' | '\u{2069}'))
            .collect();
        assert_eq!(told, "۲ به‌هنگام ÷ (۲ به‌هنگام + ۱ دیر + ۰ معوق) = ۶۶٫۷٪");
        assert_eq!(value(&words, Value::Share { part: 0, whole: 0 }), "—");
    }
}
