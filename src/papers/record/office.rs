//! Records of bodies, organisations and seats in words, field by field. Does not know sessions.

use super::RecordNames;
use super::fields::{counted, day, number, ours};
use crate::domain::body::{Body, ClauseLetters, Numbering, Quorum, RollCall, Rules};
use crate::domain::organisation::Organisation;
use crate::domain::reading_profile::ReadingProfile;
use crate::domain::seat::{Holder, Seat};
use crate::domain::term::TermOfOffice;
use crate::exchange::paper::{LabelledText, Text};
use crate::papers::labelled;
use crate::papers::session::agenda_item;
use crate::papers::terms::DOT;
use crate::say;
use crate::words::Words;

pub(super) fn body(words: &Words, body: &Body) -> Vec<LabelledText> {
    let Body {
        id: _,
        name,
        short_name,
        place,
        chair_post,
        secretary_post,
        letters,
        numbering,
        roll_call,
        rules,
        terms,
        reading,
        standing_items,
        // What a later version wrote has no words here.
        extra: _,
    } = body;
    let letters = match letters {
        ClauseLetters::Alphabet => "paper-letters-alphabet",
        ClauseLetters::Abjad => "paper-letters-abjad",
        ClauseLetters::Numbers => "paper-letters-numbers",
    };
    let numbering = match numbering {
        Numbering::Continuous => "numbering-continuous",
        Numbering::Yearly => "numbering-yearly",
    };
    let roll_call = match roll_call {
        RollCall::Present => "presence-present",
        RollCall::Unticked => "presence-unticked",
    };
    let field = |id, value| labelled(words, id, value);
    let said = |id, value| labelled(words, id, Text::ours(words.say(value)));
    let mut fields = vec![
        field("field-name", Text::stored(name)),
        field("field-short-name", Text::some(short_name.as_ref())),
        field("field-province", Text::some(place.as_ref())),
        field("field-chair-post", Text::some(chair_post.as_ref())),
        field("field-secretary-post", Text::some(secretary_post.as_ref())),
        said("paper-letters", letters),
        said("field-numbering", numbering),
        said("paper-roll-call", roll_call),
    ];
    fields.extend(counted(
        words,
        "form-rules",
        rules.iter().map(|one| rules_text(words, one)),
    ));
    let term = |one: &TermOfOffice| Text::stored(one.written(|day| words.day(day)));
    fields.extend(counted(words, "field-term", terms.iter().map(term)));
    fields.extend(reading_texts(words, reading));
    fields.extend(counted(
        words,
        "paper-standing-item",
        standing_items.iter().map(|one| agenda_item(words, one)),
    ));
    fields
}

/// What was said of how its minutes are written, each with its meaning.
fn reading_texts(words: &Words, reading: &ReadingProfile) -> Vec<LabelledText> {
    let ReadingProfile {
        columns,
        headings,
        seats,
        deadlines,
    } = reading;
    let means = |written: &String, meaning: Text| Text::stored(written).and(Text::ours(": ")).and(meaning);
    let columns = columns
        .values()
        .map(|said| means(&said.written, Text::ours(say::column_meaning(words, said.means))));
    let headings = headings
        .values()
        .map(|said| means(&said.written, Text::ours(say::heading_meaning(words, said.means))));
    let seats = seats.values().map(|said| Text::stored(&said.written));
    let deadlines = deadlines
        .values()
        .map(|said| means(&said.written, Text::stored(&said.means)));
    let mut fields = counted(words, "reading-columns", columns);
    fields.extend(counted(words, "reading-headings", headings));
    fields.extend(counted(words, "reading-seats", seats));
    fields.extend(counted(words, "reading-deadlines", deadlines));
    fields
}

/// The rules of one span of time, each with its word.
fn rules_text(words: &Words, rules: &Rules) -> Text {
    let Rules {
        from,
        until,
        source,
        quorum,
        majority,
        agenda_days_before,
        minutes_within_days,
        binding_after_days,
        absences_in_a_row,
        absences_in_a_year,
        layout,
        fee,
    } = rules;
    let parts = [
        ("field-rules-from", day(words, *from)),
        ("field-rules-until", day(words, *until)),
        ("field-rules-source", Text::some(source.as_ref())),
        (
            "field-quorum",
            ours(quorum.map(|quorum| quorum_text(words, quorum))),
        ),
        (
            "field-majority",
            ours(majority.map(|one| say::majority(words, one))),
        ),
        ("field-agenda-days", number(words, *agenda_days_before)),
        ("field-minutes-days", number(words, *minutes_within_days)),
        ("field-binding-days", number(words, *binding_after_days)),
        ("field-absences-in-a-row", number(words, *absences_in_a_row)),
        ("field-absences-in-a-year", number(words, *absences_in_a_year)),
        (
            "paper-layout",
            ours(layout.as_ref().map(|layout| say::layout(words, layout))),
        ),
        ("paper-fee", ours(fee.map(|fee| say::fee(words, &fee)))),
    ];
    let filled = parts.into_iter().filter(|(_, value)| !value.is_blank());
    let labelled = filled.map(|(id, value)| Text::ours(format!("{}: ", words.say(id))).and(value));
    Text::joined(labelled, DOT)
}

/// «دست‌کم این کسر ۲/۳».
fn quorum_text(words: &Words, quorum: Quorum) -> String {
    let part = |of: u32, parts: u32| format!("{}/{}", words.number(of), words.number(parts));
    let (id, size) = match quorum {
        Quorum::Seats(seats) => ("quorum-seats", words.number(seats)),
        Quorum::AtLeast { of, parts } => ("quorum-at-least", part(of, parts)),
        Quorum::MoreThan { of, parts } => ("quorum-more-than", part(of, parts)),
    };
    format!("{} {size}", words.say(id))
}

pub(super) fn organisation(words: &Words, organisation: &Organisation) -> Vec<LabelledText> {
    let Organisation {
        id: _,
        name,
        aliases,
        class,
        extra: _,
    } = organisation;
    let class = class.then(|| words.say("paper-class-yes"));
    vec![
        labelled(words, "field-name", Text::stored(name)),
        labelled(
            words,
            "field-aliases",
            Text::joined(aliases.iter().map(Text::stored), "؛ "),
        ),
        labelled(words, "paper-class", ours(class)),
    ]
}

pub(super) fn seat(words: &Words, seat: &Seat, names: &RecordNames) -> Vec<LabelledText> {
    let Seat {
        id: _,
        body,
        name,
        organisation,
        order,
        from,
        until,
        holders,
        extra: _,
    } = seat;
    let organisation = organisation.as_ref().map(|id| names.organisation(id));
    let mut fields = vec![
        labelled(words, "field-seat", Text::stored(name)),
        labelled(words, "field-body", Text::stored(names.body(body))),
        labelled(
            words,
            "column-organisation",
            organisation.map(Text::stored).unwrap_or_default(),
        ),
        labelled(words, "field-order", number(words, Some(order))),
        labelled(words, "field-from", day(words, *from)),
        labelled(words, "field-until", day(words, *until)),
    ];
    let holders = holders.iter().map(|one| holder(words, one));
    fields.extend(counted(words, "field-holder", holders));
    fields
}

/// «مهرداد کیانی، مدیرکل · در این جا از: ۱۴۰۱/۰۱/۰۱».
fn holder(words: &Words, holder: &Holder) -> Text {
    let Holder {
        name,
        post,
        from,
        until,
        // It tells persons apart, it says nothing of one.
        namesake: _,
    } = holder;
    let who = Text::joined([Text::stored(name), Text::some(post.as_ref())], "، ");
    let timed = [("field-held-from", *from), ("field-held-until", *until)];
    let span = timed.into_iter().filter(|(_, one)| one.is_some());
    let span = span.map(|(id, one)| Text::ours(format!("{}: ", words.say(id))).and(day(words, one)));
    Text::joined(std::iter::once(who).chain(span), DOT)
}
