//! What a matter may mean: the choices that a digit takes, in words. Does not know what becomes of an answer.

use crate::app::context::Context;
use crate::app::say;
use crate::domain::attendance::Presence;
use crate::domain::ids::{OrganisationId, SeatId};
use crate::domain::reading_profile::{ColumnMeaning, HeadingMeaning};
use crate::office::intake::MatterAbout;

/// Deadlines that are offered for one that is not understood, in words that are read.
const DEADLINES: [&str; 7] = [
    "فوری",
    "یک هفته",
    "یک ماه",
    "سه ماه",
    "مستمر",
    "تا حصول نتیجه",
    "ماهانه",
];
/// A digit takes one of so many.
const CHOICES_MAX: usize = 9;

/// What a matter is said to mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum MeantAs {
    Column(ColumnMeaning),
    Heading(Option<HeadingMeaning>),
    Deadline(Option<String>),
    Seat(Option<SeatId>),
    Organisation(Option<OrganisationId>),
    Mark(Presence),
    Body(String),
}

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MeaningChoice {
    pub label: String,
    pub means: MeantAs,
    /// Whether it is what the matter is taken for now.
    pub holds: bool,
}

/// What a matter may mean, at most one for each digit; none where only words say it.
pub(super) fn choices(context: &Context, about: &MatterAbout) -> Vec<MeaningChoice> {
    let mut found = match about {
        MatterAbout::Column { meaning, .. } => columns(context, *meaning),
        MatterAbout::Heading { meaning, .. } => headings(context, *meaning),
        MatterAbout::Deadline { meaning, .. } => deadlines(context, meaning.as_deref()),
        MatterAbout::Seat { seat, likely, .. } => {
            let guest = context.words.say("intake-guest");
            named(guest, seat.as_ref(), likely, MeantAs::Seat)
        }
        MatterAbout::Organisation { known, likely, .. } => {
            let new = context.words.say("intake-new-organisation");
            named(new, known.as_ref(), likely, MeantAs::Organisation)
        }
        MatterAbout::Twice { mark, .. } => marks(context, *mark),
        MatterAbout::Body {
            name,
            likely,
            is_known,
        } => bodies(context, name, likely, *is_known),
        MatterAbout::Date { .. } | MatterAbout::RowsMissing { .. } | MatterAbout::Other(_) => Vec::new(),
    };
    found.truncate(CHOICES_MAX);
    found
}

fn columns(context: &Context, now: Option<ColumnMeaning>) -> Vec<MeaningChoice> {
    let choice = |meaning| MeaningChoice {
        label: say::column_meaning(context.words, meaning),
        means: MeantAs::Column(meaning),
        holds: now == Some(meaning),
    };
    ColumnMeaning::ALL.into_iter().map(choice).collect()
}

fn headings(context: &Context, now: Option<HeadingMeaning>) -> Vec<MeaningChoice> {
    let none = MeaningChoice {
        label: context.words.say("intake-no-heading"),
        means: MeantAs::Heading(None),
        holds: now.is_none(),
    };
    let choice = |meaning| MeaningChoice {
        label: say::heading_meaning(context.words, meaning),
        means: MeantAs::Heading(Some(meaning)),
        holds: now == Some(meaning),
    };
    let parts = HeadingMeaning::ALL.into_iter().map(choice);
    std::iter::once(none).chain(parts).collect()
}

fn deadlines(context: &Context, now: Option<&str>) -> Vec<MeaningChoice> {
    let none = MeaningChoice {
        label: context.words.say("intake-deadline-unclear"),
        means: MeantAs::Deadline(None),
        holds: now.is_none(),
    };
    let choice = |words: &str| MeaningChoice {
        label: words.to_owned(),
        means: MeantAs::Deadline(Some(words.to_owned())),
        holds: now == Some(words),
    };
    std::iter::once(none)
        .chain(DEADLINES.into_iter().map(choice))
        .collect()
}

/// None of the known things, then the likely ones.
fn named<T: Clone + PartialEq>(
    none: String,
    now: Option<&T>,
    likely: &[(T, String)],
    means: fn(Option<T>) -> MeantAs,
) -> Vec<MeaningChoice> {
    let none = MeaningChoice {
        label: none,
        means: means(None),
        holds: now.is_none(),
    };
    let choice = |(id, name): &(T, String)| MeaningChoice {
        label: name.clone(),
        means: means(Some(id.clone())),
        holds: now == Some(id),
    };
    std::iter::once(none).chain(likely.iter().map(choice)).collect()
}

fn marks(context: &Context, now: Presence) -> Vec<MeaningChoice> {
    let all = [
        Presence::Unticked,
        Presence::Present,
        Presence::Video,
        Presence::Represented,
        Presence::Excused,
        Presence::Absent,
    ];
    let choice = |mark| MeaningChoice {
        label: say::presence(context.words, mark).0,
        means: MeantAs::Mark(mark),
        holds: now == mark,
    };
    all.into_iter().map(choice).collect()
}

/// A new body of the written name, where there is one, then the known ones.
fn bodies(context: &Context, name: &str, likely: &[String], is_known: bool) -> Vec<MeaningChoice> {
    let new = (!name.is_empty() && !likely.iter().any(|one| one == name)).then(|| MeaningChoice {
        label: context
            .words
            .say_with("intake-new-body", &[("body", name.into())]),
        means: MeantAs::Body(name.to_owned()),
        holds: !is_known,
    });
    let choice = |one: &String| MeaningChoice {
        label: one.clone(),
        means: MeantAs::Body(one.clone()),
        holds: is_known && one == name,
    };
    new.into_iter().chain(likely.iter().map(choice)).collect()
}
