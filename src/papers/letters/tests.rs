//! Every field of a resolution that somebody is to act on stands in his letter, and nobody gets what is another's.

use super::{LetterAsked, LetterBatch, LetterNumber, OfficeLetter, letters};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{ClauseState, Extension, Reference, Resolution, Responsible, Status};
use crate::domain::session::Session;
use crate::office::query::{ResolutionRow, SessionView};
use crate::papers::plain::plain;
use crate::text::without_isolates;
use crate::words::{Digits, Lang, Words};

const TEXT: &str = "مقرر شد:\nالف) فهرست چاه‌ها تهیه شود.\nب) نتیجه اعلام گردد.\nتبصره- هزینه با شهرداری است.";

fn day(month: u8, day: u8) -> Day {
    Day::from_jalali(1402, month, day).unwrap()
}

fn held() -> Option<Day> {
    Some(day(4, 13))
}

fn who(written: &str, organisation: Option<&str>) -> Responsible {
    Responsible {
        written: written.into(),
        organisation: organisation.map(Into::into),
    }
}

fn organisation(id: &str, name: &str) -> Organisation {
    Organisation {
        id: id.into(),
        name: name.into(),
        ..Organisation::default()
    }
}

fn organisations() -> Vec<Organisation> {
    vec![
        organisation("o-water", "شرکت آب منطقه‌ای"),
        organisation("o-town", "شهرداری آبگون"),
        Organisation {
            class: true,
            ..organisation("c-governors", "فرمانداران شهرستان‌ها")
        },
    ]
}

fn row(number: u32, change: impl FnOnce(&mut Resolution)) -> ResolutionRow {
    let mut resolution = Resolution {
        id: ResolutionId::in_session(&SessionId::from("s1"), &format!("r{number}")),
        row: Some(number),
        ..Resolution::default()
    };
    change(&mut resolution);
    ResolutionRow {
        status: resolution.status,
        resolution,
        session: "s1".into(),
        body: "b1".into(),
        body_name: "کمیته آب".into(),
        session_date: held(),
        session_ordinal: Some(3),
        session_year: Some(1402),
        session_after: crate::domain::deadline::DaysAfter::default(),
        due: None,
        first_due: None,
        overdue: false,
        missed: 0,
        warnings: Vec::new(),
        came_about: crate::office::query::CameAbout::default(),
    }
}

/// A resolution with a lead, a joint one, and a clause for a third one alone.
fn wells() -> ResolutionRow {
    row(7, |resolution| {
        resolution.subject = Some("چاه‌های کشاورزی".into());
        resolution.text = TEXT.into();
        resolution.responsible = vec![who("آب", Some("o-water")), who("بخشداری شرق", None)];
        resolution.deadline = Some(read_deadline("حداکثر شش ماه", held()));
        resolution.follows = Some(Reference {
            written: "بند ۲ جلسه دوم".into(),
            resolution: None,
        });
        resolution.extensions = vec![Extension {
            deadline: read_deadline("یک ماه", held()),
            granted_on: Some(day(10, 1)),
            by: Some("رئیس کمیته".into()),
            letter: Some("۵۶".into()),
        }];
        let clause = ClauseState {
            responsible: vec![who("شهرداری", Some("o-town"))],
            deadline: Some(read_deadline("دو هفته", held())),
            ..ClauseState::default()
        };
        resolution.clauses = [("الف".to_owned(), clause)].into();
    })
}

fn view(resolutions: Vec<ResolutionRow>) -> SessionView {
    SessionView {
        session: Session {
            ordinal: Some(3),
            year: Some(1402),
            date: held(),
            secretary: Some("سارا نوبخت، مدیر دفتر".into()),
            ..Session::default()
        },
        body: Body {
            name: "کمیته آب شهرستان".into(),
            ..Body::default()
        },
        resolutions,
        ..SessionView::default()
    }
}

fn words() -> Words {
    Words::new(Lang::Fa, Digits::Persian)
}

fn told(letter: &OfficeLetter) -> String {
    without_isolates(&plain(&words(), &letter.paper))
}

fn given(resolutions: Vec<ResolutionRow>) -> LetterBatch {
    let asked = LetterAsked {
        date: Some(day(4, 20)),
        number: LetterNumber::read("۱۲/۰۹۹"),
    };
    letters(&words(), &view(resolutions), &organisations(), &asked)
}

#[test]
fn each_who_is_to_act_gets_a_letter_with_what_is_his() {
    let batch = given(vec![wells()]);
    let names: Vec<&str> = batch.letters.iter().map(|letter| letter.name.as_str()).collect();
    assert_eq!(names, ["شرکت آب منطقه‌ای", "بخشداری شرق", "شهرداری آبگون"]);
    let lead = told(&batch.letters[0]);
    for part in [
        "بسمه تعالی",
        "شماره: ۱۲/۰۹۹",
        "تاریخ: ۱۴۰۲/۰۴/۲۰",
        "به: شرکت آب منطقه‌ای",
        "از: دبیرخانه کمیته آب شهرستان",
        "موضوع: ابلاغ مصوبه سومین جلسه کمیته آب شهرستان در سال ۱۴۰۲، مورخ سه‌شنبه ۱۴۰۲/۰۴/۱۳",
        "۷ │ موضوع: چاه‌های کشاورزی پیرو: بند ۲ جلسه دوم مقرر شد: الف) فهرست چاه‌ها تهیه شود. ب) نتیجه اعلام گردد. \
         تبصره- هزینه با شهرداری است.",
        "حداکثر شش ماه (تا ۱۴۰۲/۱۰/۱۳)",
        "تمدید مهلت: یک ماه · ۱۴۰۲/۱۰/۰۱ · رئیس کمیته · نامه ۵۶ (تا ۱۴۰۲/۱۱/۰۱)",
        "بند الف: دو هفته (تا ۱۴۰۲/۰۴/۲۷)",
        "مسئول اصلی با همکاری: بخشداری شرق",
        "دبیر کمیته آب شهرستان: سارا نوبخت، مدیر دفتر",
    ] {
        assert!(lead.contains(part), "«{part}» is not in:\n{lead}");
    }
    let joint = told(&batch.letters[1]);
    assert!(joint.contains("همکار مسئول اصلی: شرکت آب منطقه‌ای"), "{joint}");
    assert!(joint.contains("شماره: ۱۲/۱۰۰"), "{joint}");
}

#[test]
fn who_is_named_by_a_clause_alone_gets_that_clause_with_what_leads_to_it() {
    let batch = given(vec![wells()]);
    let town = told(&batch.letters[2]);
    for part in [
        "مقرر شد: الف) فهرست چاه‌ها تهیه شود. تبصره-",
        "بند الف: مسئول اصلی",
    ] {
        assert!(town.contains(part), "«{part}» is not in:\n{town}");
    }
    for other in ["ب) نتیجه", "شش ماه"] {
        assert!(!town.contains(other), "«{other}» is in:\n{town}");
    }
}

#[test]
fn one_who_is_named_in_several_ways_gets_one_letter_and_a_class_one_for_all_of_it() {
    let batch = given(vec![
        row(1, |r| r.responsible = vec![who("شهرداری", Some("o-town"))]),
        row(2, |r| {
            r.responsible = vec![
                who("شهرداری مرکز", Some("o-town")),
                who("فرمانداران", Some("c-governors")),
            ];
        }),
        row(3, |r| r.responsible = vec![who("دهیاری‌ ها", None)]),
        row(4, |r| r.responsible = vec![who("دهیاری ها", None)]),
    ]);
    let counts: Vec<usize> = batch
        .letters
        .iter()
        .map(|letter| letter.resolutions.len())
        .collect();
    assert_eq!(counts, [2, 1, 2]);
    assert_eq!(batch.letters[1].organisation, Some("c-governors".into()));
    assert!(told(&batch.letters[1]).contains("آن دستگاه‌ها قرار گرفته"));
    assert_eq!(batch.letters[2].organisation, None);
}

#[test]
fn what_names_nobody_comes_back_and_what_was_cancelled_is_in_no_letter() {
    let clause = |responsible| ClauseState {
        responsible,
        ..ClauseState::default()
    };
    let batch = given(vec![
        row(1, |r| r.text = "گزارش داده شود.".into()),
        row(2, |r| {
            r.text = TEXT.into();
            r.clauses = [("ب".to_owned(), clause(vec![who("شهرداری", Some("o-town"))]))].into();
        }),
        row(3, |r| {
            r.responsible = vec![who("شهرداری", Some("o-town"))];
            r.status = Status::Cancelled;
        }),
        row(4, |r| r.responsible = vec![who(" ", None)]),
    ]);
    let named = batch.without_responsible.iter();
    let named: Vec<(Option<u32>, &[String])> = named.map(|one| (one.row, one.clauses.as_slice())).collect();
    assert_eq!(
        named,
        [(Some(1), &[][..]), (Some(2), &["الف".to_owned()]), (Some(4), &[])]
    );
    assert_eq!(batch.letters.len(), 1);
    assert_eq!(batch.letters[0].resolutions, ["s1/r2".into()]);
}

#[test]
fn number_and_date_that_are_not_given_are_lines_to_fill() {
    let one = vec![row(1, |r| r.responsible = vec![who("شهرداری", Some("o-town"))])];
    let batch = letters(&words(), &view(one), &organisations(), &LetterAsked::default());
    assert_eq!(batch.letters[0].number, None);
    let letter = told(&batch.letters[0]);
    assert!(
        letter.contains("شماره: …") && letter.contains("تاریخ: …"),
        "{letter}"
    );
}

#[test]
fn a_letter_is_wholly_in_its_language() {
    let latin = |text: &str| text.chars().any(|c| c.is_ascii_lowercase());
    let asked = LetterAsked::default();
    let told = |words: &Words| {
        let batch = letters(words, &view(vec![wells()]), &organisations(), &asked);
        without_isolates(&plain(words, &batch.letters[0].paper))
    };
    let persian = told(&words());
    assert!(!latin(&persian), "{persian}");
    let english = told(&Words::new(Lang::En, Digits::Latin));
    for part in [
        "Number: …",
        "Subject: Notification of the resolution of",
        "lead together with: ",
        "Secretary of",
    ] {
        assert!(english.contains(part), "{part} is not in:\n{english}");
    }
}

#[test]
fn three_hundred_organisations_get_three_hundred_letters_and_hundreds_together_are_counted() {
    let many = |from: u32| {
        (from..from + 300)
            .map(|n| who(&format!("دستگاه {n}"), None))
            .collect::<Vec<_>>()
    };
    let batch = given(vec![
        row(1, |r| r.responsible = many(1)),
        row(2, |r| r.responsible = many(1)),
    ]);
    assert_eq!(batch.letters.len(), 300);
    let first = told(&batch.letters[0]);
    assert!(first.contains("؛ ۲۹۳ دستگاه دیگر"), "{first}");
    assert!(batch.letters.iter().all(|letter| letter.resolutions.len() == 2));
}
