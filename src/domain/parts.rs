//! Resolutions taken apart, put together and taken over into another session. Knows no store; ids and places are
//! given afterwards.

use super::attachment::join_attachments;
use super::deadline::{Deadline, read_deadline};
use super::ids::ResolutionId;
use super::resolution::{ClauseState, Reference, Resolution, Responsible, Status};
use super::wording;
use crate::calendar::Day;
use std::collections::BTreeMap;

/// Why two resolutions cannot become one without losing something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// They have different deadlines.
    Deadline,
    /// Both know something of a clause with the same letter.
    Clauses,
    /// They were voted on apart.
    Votes,
}

/// The two resolutions that one becomes when its wording is cut at a byte; none where the cut leaves one of them
/// without words or goes through a letter.
///
/// The first keeps id, row and follow-ups; the second has no id and no row, and otherwise what the first has. What is
/// known of a clause goes where the clause stands. A part that is left with a single clause is no list any more: what
/// was known of that clause becomes the resolution's own.
///
/// ```
/// use dabir::domain::{parts, resolution::Resolution};
/// let whole = Resolution { text: "گزارش داده شود. هزینه برآورد شود.".into(), ..Resolution::default() };
/// let (first, second) = parts::split(&whole, whole.text.find("هزینه").unwrap()).unwrap();
/// assert_eq!((first.text.as_str(), second.text.as_str()), ("گزارش داده شود.", "هزینه برآورد شود."));
/// ```
pub fn split(whole: &Resolution, at_byte: usize) -> Option<(Resolution, Resolution)> {
    let (start, end) = whole.text.split_at_checked(at_byte)?;
    let (start, end) = (start.trim_end(), end.trim_start());
    if start.trim().is_empty() || end.trim().is_empty() {
        return None;
    }
    let behind: Vec<String> = wording::clauses(&whole.text)
        .into_iter()
        .filter(|clause| clause.range_byte.start >= at_byte)
        .map(|clause| clause.letter)
        .collect();
    let (in_second, in_first): (BTreeMap<_, _>, _) = whole
        .clauses
        .clone()
        .into_iter()
        .partition(|(letter, _)| behind.contains(letter));
    // The first is the whole with fewer words: whatever it has, it keeps.
    let mut first = Resolution {
        text: start.to_owned(),
        clauses: in_first,
        ..whole.clone()
    };
    let mut second = second_part(whole, end, in_second);
    lift_single_clause(&mut first);
    lift_single_clause(&mut second);
    Some((first, second))
}

/// What the second part has of the whole.
fn second_part(whole: &Resolution, text: &str, clauses: BTreeMap<String, ClauseState>) -> Resolution {
    let Resolution {
        // It is given its own id, its place behind the first, and a row when the session is numbered anew.
        id: _,
        position,
        row: _,
        subject,
        // They were cut.
        text: _,
        clauses: _,
        deadline,
        responsible,
        status,
        // What was answered stays with the first, where it can be read once.
        follow_ups: _,
        follows,
        from_note,
        agenda_item,
        extensions,
        // Nobody has heard it read like this.
        agreed: _,
        vote,
        confidential,
        // They stay with the first, where they can be read once.
        attachments: _,
        // Of signed words, which are not cut.
        corrected: _,
        extra,
    } = whole.clone();
    Resolution {
        id: ResolutionId::default(),
        position,
        row: None,
        subject,
        text: text.to_owned(),
        clauses,
        deadline,
        responsible,
        status,
        follow_ups: Vec::new(),
        follows,
        from_note,
        agenda_item,
        extensions,
        agreed: false,
        // Who voted on the whole voted on both parts.
        vote,
        confidential,
        attachments: Vec::new(),
        corrected: Vec::new(),
        extra,
    }
}

fn lift_single_clause(resolution: &mut Resolution) {
    if resolution.clauses.len() != 1 || !wording::clauses(&resolution.text).is_empty() {
        return;
    }
    let Some((_, state)) = resolution.clauses.pop_first() else {
        return;
    };
    let ClauseState {
        responsible,
        deadline,
        status,
        extensions,
    } = state;
    if !responsible.is_empty() {
        resolution.responsible = responsible;
    }
    if deadline.is_some() {
        (resolution.deadline, resolution.extensions) = (deadline, extensions);
    }
    if status != Status::Open {
        resolution.status = status;
    }
}

/// One resolution out of two: wordings one after the other, everyone who is to act once, all follow-ups by their
/// days. It keeps the id, the place and, where both have one, the row, subject and links of the first; it is open
/// when one of them is.
///
/// # Errors
/// [`Conflict`] where something of the second would be lost.
pub fn merge(first: &Resolution, second: &Resolution) -> Result<Resolution, Conflict> {
    refuse_loss(first, second)?;
    let Resolution {
        // It becomes part of the first, which has both.
        id: _,
        position: _,
        row,
        subject,
        text,
        clauses,
        deadline,
        responsible,
        status,
        follow_ups,
        follows,
        from_note,
        agenda_item,
        extensions,
        // The first was agreed to or not; what reads otherwise now loses that by itself.
        agreed: _,
        vote,
        confidential,
        attachments,
        // Of signed words, which are not put together.
        corrected: _,
        extra,
    } = second.clone();
    let mut merged = first.clone();
    merged.text = format!("{}\n{}", first.text.trim_end(), text.trim_start());
    merged.row = first.row.or(row);
    merged.subject = merged.subject.or(subject);
    merged.clauses.extend(clauses);
    if first.deadline.is_none() {
        (merged.deadline, merged.extensions) = (deadline, extensions);
    }
    let known = |r: &Responsible| first.responsible.iter().any(|f| f.written == r.written);
    merged
        .responsible
        .extend(responsible.into_iter().filter(|r| !known(r)));
    merged.follow_ups.extend(follow_ups);
    merged.follow_ups.sort_by_key(|f| f.date);
    merged.follows = merged.follows.or(follows);
    merged.from_note = merged.from_note.or(from_note);
    merged.agenda_item = first.agenda_item.or(agenda_item);
    merged.vote = merged.vote.or(vote);
    merged.confidential |= confidential;
    join_attachments(&mut merged.attachments, attachments);
    if status == Status::Open {
        merged.status = Status::Open;
    }
    for (name, value) in extra {
        merged.extra.entry(name).or_insert(value);
    }
    Ok(merged)
}

/// Refuses two that say different things of the same.
fn refuse_loss(first: &Resolution, second: &Resolution) -> Result<(), Conflict> {
    let written = |r: &Resolution| r.deadline.as_ref().map(|d| d.written.trim().to_owned());
    let both = first.deadline.is_some() && second.deadline.is_some();
    if both && (written(first) != written(second) || first.extensions != second.extensions) {
        return Err(Conflict::Deadline);
    }
    if first.vote.is_some() && second.vote.is_some() && first.vote != second.vote {
        return Err(Conflict::Votes);
    }
    let is_known = |letter: &String| first.clauses.contains_key(letter);
    if second.clauses.keys().any(is_known) {
        return Err(Conflict::Clauses);
    }
    Ok(())
}

/// An earlier resolution taken again in a session of `date`: its words, subject, deadlines and who is to act, with
/// nothing of what came of it. It follows the earlier one, which `written` names.
pub fn copy(earlier: &Resolution, date: Option<Day>, written: &str) -> Resolution {
    let Resolution {
        id,
        // Its place and row are those of the other session.
        position: _,
        row: _,
        subject,
        text,
        clauses,
        deadline,
        responsible,
        // What came of it came of the earlier one.
        status: _,
        follow_ups: _,
        extensions: _,
        // It follows the earlier one now.
        follows: _,
        // The notes and the agenda are those of the earlier session.
        from_note: _,
        agenda_item: _,
        // Nobody has heard it read in this session, or voted on it.
        agreed: _,
        vote: _,
        confidential,
        attachments,
        // What was corrected is taken over as it is right.
        corrected: _,
        // What it means is known to a later version alone: whether it holds again, too.
        extra: _,
    } = earlier;
    let clause = |(letter, state)| (String::clone(letter), clause_again(state, date));
    Resolution {
        subject: subject.clone(),
        text: text.clone(),
        clauses: clauses.iter().map(clause).collect(),
        deadline: again(deadline.as_ref(), date),
        responsible: responsible.clone(),
        confidential: *confidential,
        attachments: attachments.clone(),
        follows: Some(Reference {
            written: written.to_owned(),
            resolution: Some(id.clone()),
        }),
        ..Resolution::default()
    }
}

/// A resolution that was recorded in the wrong session, for the session of `date` that it belongs to: all of it, with its
/// deadlines read for that day, and without what leads to the notes and the agenda of the session that it was in.
pub fn moved(resolution: &Resolution, date: Option<Day>) -> Resolution {
    let Resolution {
        // Both are given there.
        id: _,
        position: _,
        row,
        subject,
        text,
        clauses,
        deadline,
        responsible,
        status,
        follow_ups,
        follows,
        from_note: _,
        agenda_item: _,
        extensions,
        // Nobody has heard it read in that session.
        agreed: _,
        vote,
        confidential,
        attachments,
        // Of signed words, which are not moved.
        corrected: _,
        extra,
    } = resolution.clone();
    let clause = |(letter, state): (String, ClauseState)| {
        let deadline = again(state.deadline.as_ref(), date);
        (letter, ClauseState { deadline, ..state })
    };
    Resolution {
        id: ResolutionId::default(),
        position: 0,
        row,
        subject,
        text,
        clauses: clauses.into_iter().map(clause).collect(),
        deadline: again(deadline.as_ref(), date),
        responsible,
        status,
        follow_ups,
        follows,
        from_note: None,
        agenda_item: None,
        extensions,
        agreed: false,
        vote,
        confidential,
        attachments,
        corrected: Vec::new(),
        extra,
    }
}

/// What is known of a clause that holds again.
fn clause_again(state: &ClauseState, date: Option<Day>) -> ClauseState {
    let ClauseState {
        responsible,
        deadline,
        // What came of it came of the earlier one.
        status: _,
        extensions: _,
    } = state;
    ClauseState {
        responsible: responsible.clone(),
        deadline: again(deadline.as_ref(), date),
        ..ClauseState::default()
    }
}

/// A deadline read anew for a session of `date`: in its words it may say another day now.
fn again(deadline: Option<&Deadline>, date: Option<Day>) -> Option<Deadline> {
    let Deadline { written, meaning: _ } = deadline?;
    Some(read_deadline(written, date))
}

#[cfg(test)]
mod tests;
