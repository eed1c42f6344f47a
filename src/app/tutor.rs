//! The tutor: lessons that teach by doing, on the sample office. Each says what to press and waits until it was done.
//! Does not know how anything is done; it watches the screen one is on and what was asked for.

use super::form::Form;
use super::keys::{Act, Place};
use super::machine::offered;
use super::palette::Palette;
use super::screens::Tab;
use super::stage::Stage;
use super::{Effect, Model, Screen, Tutor};
use crate::office::command::Command;
use crate::ui::{Area, Canvas, Origin, Role};

/// One lesson.
struct Lesson {
    /// Its sentence in `words`; `{ $key }` in it is the key of `act`.
    word: &'static str,
    /// The command that it teaches, and where.
    act: (Act, Place),
    /// Whether it was done, by the model after a key and what that key asked for.
    is_done: fn(&Model, &[Effect]) -> bool,
}

const fn lesson(word: &'static str, act: (Act, Place), is_done: fn(&Model, &[Effect]) -> bool) -> Lesson {
    Lesson { word, act, is_done }
}

/// From the list of sessions through a meeting and back; then what comes before it, a body and its members, and what comes
/// behind it: the signature, a correction, papers, and what is looked up afterwards.
const LESSONS: &[Lesson] = &[
    lesson("lesson-move", (Act::Move, Place::Sessions), |model, _| {
        model.books.sessions.is_some() && model.spots.sessions.spot.list.selected == 0
    }),
    lesson("lesson-open", (Act::Open, Place::Sessions), |model, _| {
        matches!(model.screen(), Screen::Session(_))
    }),
    lesson("lesson-attendance", (Act::Tab(2), Place::Details), |model, _| {
        is_at(model, Tab::Attendance)
    }),
    lesson("lesson-tick", (Act::MarkRest, Place::Attendance), |_, effects| {
        asked(effects, |command| matches!(command, Command::Tick { .. }))
    }),
    lesson("lesson-notes", (Act::Tab(3), Place::Attendance), |model, _| {
        is_at(model, Tab::Notes)
    }),
    lesson("lesson-note", (Act::Add, Place::Notes), |_, effects| {
        asked(effects, |command| matches!(command, Command::RecordNote { .. }))
    }),
    lesson("lesson-resolutions", (Act::Tab(4), Place::Notes), |model, _| {
        is_at(model, Tab::Resolutions)
    }),
    lesson("lesson-add", (Act::Add, Place::Resolutions), |model, _| {
        model.form().is_some_and(Form::is_of_resolution)
    }),
    lesson("lesson-save", (Act::Save, Place::Form), |_, effects| {
        asked(effects, |command| {
            matches!(command, Command::RecordResolution { .. })
        })
    }),
    lesson("lesson-undo", (Act::Undo, Place::Resolutions), |_, effects| {
        asked(effects, |command| *command == Command::Undo)
    }),
    lesson("lesson-back", (Act::Back, Place::Resolutions), |model, _| {
        *model.screen() == Screen::Sessions
    }),
    lesson("lesson-jump", (Act::Jump, Place::Sessions), |model, _| {
        model.palette.as_ref().is_some_and(Palette::goes)
    }),
    lesson("lesson-jumped", (Act::Open, Place::Sessions), |model, _| {
        model.palette.is_none() && *model.screen() != Screen::Sessions
    }),
    lesson("lesson-open-list", (Act::Go, Place::Sessions), |model, _| {
        *model.screen() == Screen::Open
    }),
    lesson("lesson-follow-up", (Act::FollowUp, Place::Open), |_, effects| {
        asked(effects, |command| {
            matches!(
                command,
                Command::AddFollowUp { .. } | Command::AddFollowUps { .. }
            )
        })
    }),
    lesson("lesson-members", (Act::Go, Place::Open), |model, _| {
        *model.screen() == Screen::Members
    }),
    lesson("lesson-body", (Act::Add, Place::Members), |_, effects| {
        asked(effects, |command| matches!(command, Command::RecordBody { .. }))
    }),
    lesson("lesson-member", (Act::Add, Place::Members), |_, effects| {
        asked(effects, |command| matches!(command, Command::RecordSeat { .. }))
    }),
    lesson("lesson-home", (Act::Go, Place::Members), |model, _| {
        *model.screen() == Screen::Sessions
    }),
    lesson("lesson-state", (Act::SetState, Place::Sessions), |_, effects| {
        asked(effects, |command| matches!(command, Command::SetState { .. }))
    }),
    lesson(
        "lesson-read-back",
        (Act::Stage(Stage::ReadBack), Place::Details),
        |model, _| is_at_stage(model, Stage::ReadBack),
    ),
    lesson(
        "lesson-closing",
        (Act::Stage(Stage::Closing), Place::Stage(Stage::ReadBack)),
        |model, _| is_at_stage(model, Stage::Closing),
    ),
    lesson(
        "lesson-sign",
        (Act::Stage(Stage::Closing), Place::Stage(Stage::Closing)),
        |_, effects| asked(effects, |command| matches!(command, Command::Finalise { .. })),
    ),
    lesson("lesson-correct", (Act::Correct, Place::Details), |_, effects| {
        asked(effects, |command| {
            matches!(command, Command::RecordCorrection { .. })
        })
    }),
    lesson("lesson-papers", (Act::Give, Place::Details), |model, _| {
        *model.screen() == Screen::Giving
    }),
    lesson("lesson-lookup", (Act::Lookup, Place::Giving), |model, _| {
        *model.screen() == Screen::Lookup
    }),
    lesson("lesson-help", (Act::Help, Place::Lookup), |model, _| {
        model.help.is_some()
    }),
];

/// Whether one of the effects is such a change.
fn asked(effects: &[Effect], is_it: fn(&Command) -> bool) -> bool {
    effects
        .iter()
        .any(|effect| matches!(effect, Effect::Do { command, .. } if is_it(command)))
}

fn is_at(model: &Model, tab: Tab) -> bool {
    match model.screen() {
        Screen::Session(id) => model.spots.of(id).tab == tab,
        _ => false,
    }
}

fn is_at_stage(model: &Model, stage: Stage) -> bool {
    matches!(model.screen(), Screen::Stage(at, _) if *at == stage)
}

/// Goes on to the next lesson where this one was done. One lesson a key: what is already so is done by the next key.
pub(super) fn watch(model: &mut Model, effects: &[Effect]) {
    let Some(tutor) = model.tutor else { return };
    let done = LESSONS
        .get(tutor.lesson)
        .is_some_and(|lesson| (lesson.is_done)(model, effects));
    if done {
        skip(model);
    }
}

/// Goes on to the next lesson; after the last one the tutor leaves.
pub(super) fn skip(model: &mut Model) {
    model.tutor = model
        .tutor
        .map(|tutor| Tutor {
            lesson: tutor.lesson + 1,
        })
        .filter(|tutor| tutor.lesson <= LESSONS.len());
}

/// The rows that it takes of the body: a rule and the sentence.
pub(super) const ROWS: u16 = 3;

/// Paints the lesson under the body.
pub(super) fn paint(model: &Model, canvas: &mut Canvas) {
    let Some(tutor) = model.tutor else { return };
    let body = model.context().body;
    let columns = body.columns;
    let area = Area::new(0, body.row + body.rows, columns, ROWS);
    canvas.clear(area);
    canvas.rule_across(area.row);
    let (sentence, count) = said(model, tutor);
    let faint = canvas.style(Role::Faint);
    if !count.is_empty() {
        let count = format!(" {count} ");
        canvas.text_at_end(
            1,
            area.row,
            columns.saturating_sub(2),
            &count,
            Origin::Ours,
            faint,
        );
    }
    let strong = canvas.style(Role::InTime);
    let lines = canvas
        .look()
        .wrapped(&sentence, columns.saturating_sub(2), Origin::Ours);
    canvas.lines(area.below(1).inside(1), &lines, strong);
}

/// The lesson's sentence, and which of how many it is.
fn said(model: &Model, tutor: Tutor) -> (String, String) {
    let words = &model.words;
    let skip = model
        .keymap
        .shown(Act::SkipLesson, offered::help_place(model), words);
    let Some(lesson) = LESSONS.get(tutor.lesson) else {
        let quit = model.keymap.shown(Act::Quit, Place::Sessions, words);
        let sentence = words.say_with("lesson-end", &[("key", skip.into()), ("quit", quit.into())]);
        return (sentence, String::new());
    };
    let key = model.keymap.shown(lesson.act.0, lesson.act.1, words);
    let number = words.number(tutor.lesson + 1);
    let count = [
        ("number", number.into()),
        ("all", words.number(LESSONS.len()).into()),
        ("key", skip.into()),
    ];
    (
        words.say_with(lesson.word, &[("key", key.into())]),
        words.say_with("lesson-count", &count),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::Keymap;
    use crate::words::{Digits, Lang, Words};

    #[test]
    fn every_lesson_names_a_key_that_holds_where_it_is_given() {
        let (keymap, _) = Keymap::new(&Default::default());
        let words = Words::new(Lang::Fa, Digits::Persian);
        for lesson in LESSONS {
            let (act, place) = lesson.act;
            assert!(!keymap.shown(act, place, &words).is_empty(), "{}", lesson.word);
            assert!(words.has(lesson.word), "{}", lesson.word);
        }
    }
}
