//! What stands around every screen: head line, status line, key bar, and over it help and questions.
//! Does not know what a screen shows.

use super::shown;
use super::{find, offered};
use crate::app::keys::Place;
use crate::app::{
    COLUMNS_MIN, Model, ROWS_MIN, Screen, filters, form_view, help, keys, offers, palette, peek, screens,
    tutor,
};
use crate::text::truncate;
use crate::ui::{Area, Canvas, KeyWord, Origin, Role, head, key_bar, next_keys, question, sentence};

/// Whether a box stands over the form, so that its caret is not shown.
fn is_covered(model: &Model) -> bool {
    model.dialog.is_some() || model.help.is_some() || model.palette.is_some() || model.peek.is_some()
}

/// The part of the screen that belongs to the screen one is in.
pub(in crate::app) fn body(model: &Model) -> Area {
    model.context().body
}

/// Paints everything.
pub(in crate::app) fn paint(model: &Model, canvas: &mut Canvas) {
    let whole = canvas.area();
    if model.too_small() {
        let args = [("columns", COLUMNS_MIN.into()), ("rows", ROWS_MIN.into())]
            .map(|(name, n): (_, u32)| (name, n.into()));
        return sentence(
            canvas,
            whole,
            &model.words.say_with("screen-too-small", &args),
            Role::Plain,
        );
    }
    paint_head(model, canvas);
    paint_second_row(model, canvas);
    match (&model.settings, model.form()) {
        (Some(settings), _) => settings.view(&model.context(), canvas, body(model)),
        (None, Some(form)) if form.is_small() => {
            shown::view(model, canvas, body(model));
            form_view::view_small(&model.context(), form, is_covered(model), canvas);
        }
        (None, Some(form)) => form_view::view(&model.context(), form, is_covered(model), canvas),
        (None, None) => shown::view(model, canvas, body(model)),
    }
    paint_status(model, canvas, whole.rows.saturating_sub(2));
    key_bar(canvas, whole.rows.saturating_sub(1), &keys(model));
    if let Some(peek) = &model.peek {
        peek::paint(&model.context(), peek, canvas);
    }
    if let Some(top) = model.help {
        let about = help::Helped {
            place: offered::help_place(model),
            is_offered: &|act| offered::is_offered(model, act),
        };
        help::paint(&model.context(), about, helped(model), canvas, top);
    }
    if model.going {
        paint_goes(model, canvas);
    }
    if let Some(palette) = &model.palette {
        palette::paint(&model.context(), palette, canvas);
    }
    if let Some(naming) = &model.naming {
        filters::paint(&model.words, naming, canvas);
    }
    // Over the pop-ups: a lesson may be about them.
    tutor::paint(model, canvas);
    if let Some(dialog) = &model.dialog {
        let answers: Vec<String> = dialog.answers.iter().map(|(answer, _)| answer.clone()).collect();
        question(canvas, &dialog.title, &dialog.text, &answers, dialog.at);
    }
}

/// The name of what help is given about.
fn helped(model: &Model) -> String {
    match (&model.settings, model.form()) {
        (Some(_), _) => model.words.say("screen-settings"),
        (None, Some(form)) => shown::form_title(model, form),
        (None, None) => shown::title(model, model.screen()),
    }
}

/// The keys that hold now: while letters of a name are typed in the roll call, those that tick there.
fn keys(model: &Model) -> Vec<KeyWord> {
    let place = offered::help_place(model);
    if place == Place::Attendance && find::is_open(model) {
        return screens::finder_keys(&model.words);
    }
    model
        .keymap
        .bar(place, &model.words, |act| offered::is_offered(model, act))
}

fn paint_head(model: &Model, canvas: &mut Canvas) {
    let mut path = vec![model.words.say("program")];
    path.extend(model.stack.iter().map(|screen| shown::title(model, screen)));
    path.extend(model.form().map(|form| shown::form_title(model, form)));
    let mut end = shown::head_end(model);
    if model.settings.is_some() {
        path.push(model.words.say("screen-settings"));
        end.clear();
    }
    if model.setup.sample {
        end.push((model.words.say("sample-office"), Role::Faint));
    }
    head(canvas, 0, &path, &end);
}

/// The row under the head: tabs, or the words to find, or what the list amounts to.
fn paint_second_row(model: &Model, canvas: &mut Canvas) {
    let columns = canvas.area().columns;
    if model.settings.is_some() {
        return screens::settings::view_problems(&model.words, &model.problems, canvas, 1);
    }
    if model.form().is_some_and(|form| !form.is_small()) {
        canvas.rule_across(1);
        return;
    }
    shown::view_tabs(model, canvas, 1);
    let typed = find::read(model, |spot| {
        (spot.filter.clone(), spot.finding, spot.error.clone())
    });
    let Some((typed, finding, error)) = typed.filter(|(typed, finding, _)| *finding || !typed.is_empty())
    else {
        return;
    };
    let label = model.words.say("find-label");
    let (strong, plain) = (canvas.style(Role::Strong), canvas.style(Role::Plain));
    canvas.clear(Area::new(0, 1, columns, 1));
    let mut column = 1 + canvas.text(1, 1, columns, &label, Origin::Ours, strong);
    column += 1;
    let room = usize::from(columns.saturating_sub(column + 12));
    let laid = truncate(&typed, room, &canvas.look().line_style(&typed, Origin::Stored));
    let wrong = match error {
        Some(error) if *model.screen() == Screen::Open => offers::wrong_bytes(&typed, &error),
        _ => 0..0,
    };
    column += canvas.line_marked(column, 1, &laid, plain, &[wrong], Role::Wrong);
    if finding {
        canvas.put_caret(column.min(columns.saturating_sub(1)), 1);
    }
    let count = shown::found_count(model);
    let faint = canvas.style(Role::Faint);
    canvas.text_at_end(
        column + 1,
        1,
        columns.saturating_sub(column + 2),
        &count,
        Origin::Ours,
        faint,
    );
}

fn paint_status(model: &Model, canvas: &mut Canvas, row: u16) {
    let columns = canvas.area().columns;
    let note = model
        .status
        .clone()
        .or_else(|| match (&model.settings, model.form()) {
            (Some(settings), _) => settings.remark(&model.context()),
            (None, Some(form)) => form_view::note(&model.context(), form),
            (None, None) => shown::remark(model),
        });
    if let Some((text, role)) = note {
        let style = canvas.style(role);
        canvas.text(1, row, columns.saturating_sub(2), &text, Origin::Ours, style);
    }
}

/// What may follow the key that says where to go, in a box above the key bar.
fn paint_goes(model: &Model, canvas: &mut Canvas) {
    let goes = model.keymap.goes(offered::help_place(model));
    let goes = goes.filter(|bound| offered::is_offered(model, bound.binding.act));
    let shown: Vec<KeyWord> = goes.map(|bound| keys::key_word(bound, &model.words)).collect();
    next_keys(canvas, &model.words.say("do-go"), &shown);
}
