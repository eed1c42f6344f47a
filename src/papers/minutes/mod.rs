//! The official minutes of a session, as an office prints and signs them: the sections that the body's layout names, in
//! its order. Does not know ids, warnings, statuses nor anything else that only the desk needs.

mod attendance;
mod decided;
mod ending;
mod opening;
#[cfg(test)]
mod round_trip_tests;
mod single;
mod talk;
#[cfg(test)]
mod tests;

pub(super) use attendance::{Sitter, counted, guests_in_a_sentence, presence, remark, stand_in};
pub(super) use ending::signers;
pub use single::{correction_slip, extract};

use super::{page_of_pages, paper, terms};
use crate::calendar::Day;
use crate::domain::correction::{Corrected, Correction};
use crate::domain::minutes_layout::{MinutesLayout, Section};
use crate::domain::session::SessionState;
use crate::domain::verification::Agreement;
use crate::exchange::paper::{Block, Paper, Text};
use crate::office::query::{CheckedCode, SessionView};
use crate::say;
use crate::text::without_isolates;
use crate::words::Words;

/// The minutes of a session. Those that nobody signed are marked as a draft of `today`.
pub fn minutes(words: &Words, view: &SessionView, today: Day) -> Paper {
    let MinutesLayout {
        sections,
        columns,
        attendance: form,
    } = view.body.layout_for(view.session.date);
    let mut blocks = opening::letterhead(words, view);
    blocks.push(Block::Title(Text::ours(opening::title(words, view))));
    blocks.extend(draft(words, view, Some(today)));
    blocks.extend(sections.into_iter().flat_map(|section| match section {
        Section::Head => opening::head(words, view),
        Section::Agenda => opening::agenda(words, view),
        Section::Attendance => attendance::attendance(words, view, form),
        Section::Talk => talk::talk(words, view),
        Section::Resolutions => decided::resolutions(words, view, &columns),
        Section::Annexes => ending::annexes(words, view),
        Section::Signatures => ending::signatures(words, view),
        Section::Corrections => ending::corrections(words, view),
    }));
    of_session(words, view, opening::title(words, view), blocks)
}

/// A paper of a session: its name, its day, and at the foot the code and the page.
fn of_session(words: &Words, view: &SessionView, title: String, blocks: Vec<Block>) -> Paper {
    Paper {
        title: without_isolates(&title),
        date: view.session.date,
        foot: foot(words, view.code.as_ref()),
        ..paper(words, blocks)
    }
}

/// The line that says that nobody has signed yet, with the day of this copy where it is told; nothing in final minutes.
fn draft(words: &Words, view: &SessionView, today: Option<Day>) -> Option<Block> {
    let is_draft = view.session.state != SessionState::Final;
    let line = || match today {
        Some(today) => words.say_with("minutes-draft-of", &[("date", words.day(today).into())]),
        None => words.say("minutes-draft"),
    };
    is_draft.then(|| Block::Centred(Text::ours(line())))
}

/// «کد صحت: 7K3M-9QXA-2BCD — صفحه ۱ از ۳». A code that the minutes do not agree with is of another text and is left out.
fn foot(words: &Words, code: Option<&CheckedCode>) -> Text {
    let valid = code.filter(|code| code.agreement != Agreement::Differs);
    let code = valid.map(|valid| {
        let args = [("code", valid.code.as_str().into())];
        Text::ours(words.say_with("minutes-code", &args))
    });
    Text::joined([code.unwrap_or_default(), page_of_pages(words)], " — ")
}

/// A heading of our own words.
fn heading(words: &Words, section: Section) -> Block {
    Block::Heading(Text::ours(say::section(words, section)))
}

/// The remarks at something that was corrected, one for each correction that names no field of it.
fn remarks(words: &Words, view: &SessionView, what: &Corrected) -> Text {
    remarks_where(words, view, what, |one| one.changes.is_empty())
}

/// The remarks at a field of something, by its name in the canonical text.
fn remarks_at(words: &Words, view: &SessionView, what: &Corrected, field: &str) -> Text {
    remarks_where(words, view, what, |one| {
        one.changes.iter().any(|change| change.field.name() == field)
    })
}

/// The remarks of all corrections of something.
fn all_remarks(words: &Words, view: &SessionView, what: &Corrected) -> Text {
    remarks_where(words, view, what, |_| true)
}

fn remarks_where(
    words: &Words,
    view: &SessionView,
    what: &Corrected,
    is_meant: impl Fn(&Correction) -> bool,
) -> Text {
    let of_it = view
        .corrections
        .iter()
        .filter(|one| one.about == *what && is_meant(one));
    Text {
        runs: of_it.map(|one| terms::remark(words, one.number)).collect(),
    }
}
