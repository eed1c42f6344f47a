//! Giving out: what is at hand where it is asked for, what is said of it while it lasts and when it has ended.
//! Does not know what can be given, nor who writes files.

use super::shown;
use crate::app::address::Screen;
use crate::app::dialog::Dialog;
use crate::app::filters::Naming;
use crate::app::giving::{FilesPresent, GiveOrder, GivePlace, GivenEnd, GivenFiles, NotGiven, path_said};
use crate::app::screens::{self, GiveSubject};
use crate::app::settings::DocumentText;
use crate::app::step::Step;
use crate::app::{Asked, Effect, Model};
use crate::domain::correction::Corrected;
use crate::domain::session::Session;
use crate::office::command::Command;
use crate::papers::issue::{IssueRequest, NotIssued, OfficeDocument, PreviewedFile};
use crate::ui::Role;
use std::path::{Path, PathBuf};

/// Comes to what can be given out of what is shown or selected.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    if matches!(model.screen(), Screen::Giving | Screen::Preview) {
        return Vec::new();
    }
    let subject = at_hand(model);
    model.spots.giving.begin(subject);
    model.open(Screen::Giving)
}

fn at_hand(model: &Model) -> GiveSubject {
    let selected = shown::selected_session(model).map(|row| &row.session);
    let shown = model.screen().session();
    let head = match &shown {
        Some(id) => model.books.head(id),
        None => selected,
    };
    // Figures are of a body and a year of their own.
    let figures = (*model.screen() == Screen::Figures).then(|| model.spots.figures.asked());
    let corrected = model.read_page(model.screen(), |page, context| page.corrected(context));
    let resolution = match (model.screen(), corrected) {
        (Screen::Resolution(id), _) => Some(id.clone()),
        (Screen::Session(_), Some(Corrected::Resolution(id))) => Some(id),
        _ => None,
    };
    GiveSubject {
        session: shown.or_else(|| {
            let is_list = *model.screen() == Screen::Sessions;
            selected.filter(|_| is_list).map(|session| session.id.clone())
        }),
        resolution,
        body: match &figures {
            Some(asked) => asked.body.clone(),
            None => head.map(|session| session.body.clone()),
        },
        year: match &figures {
            Some(asked) => asked.year,
            None => head.and_then(Session::year_counted),
        },
    }
}

/// Gives out; one thing at a time.
pub(in crate::app) fn give(model: &mut Model, order: Box<GiveOrder>) -> Vec<Effect> {
    if model.giving.is_some() {
        model.say(model.words.say("giving-busy"), Role::Warn);
        return Vec::new();
    }
    model.giving = Some(order.clone());
    vec![Effect::Give {
        order,
        lang: model.words.lang(),
        digits: model.words.digits(),
        documents: model.setup.settings.documents.clone(),
    }]
}

/// Asks for a document to be shown.
pub(in crate::app) fn preview(model: &mut Model, request: IssueRequest) -> Vec<Effect> {
    vec![Effect::Preview {
        request,
        lang: model.words.lang(),
        digits: model.words.digits(),
    }]
}

/// Begins to type the folder that files go to.
pub(in crate::app) fn type_folder(model: &mut Model) {
    let folder = screens::folder(&model.context());
    model.naming = Some(Naming::of_document(
        DocumentText::Folder,
        &folder.display().to_string(),
    ));
}

/// Says how far it has come.
pub(in crate::app) fn goes_on(model: &mut Model, done: usize, all: usize) -> Vec<Effect> {
    let args = [("done", done.into()), ("all", all.into())];
    model.say(model.words.say_with("giving-goes-on", &args), Role::Plain);
    Vec::new()
}

/// Shows a document that was made.
pub(in crate::app) fn previewed(
    model: &mut Model,
    result: Result<Vec<PreviewedFile>, NotIssued>,
) -> Vec<Effect> {
    // Who has gone on meanwhile is not called back.
    if *model.screen() != Screen::Giving {
        return Vec::new();
    }
    match result {
        Ok(files) => {
            model.spots.preview.begin(files);
            model.open(Screen::Preview)
        }
        Err(why) => {
            model.say(why.sentence(&model.words), Role::Bad);
            Vec::new()
        }
    }
}

/// Says what was given out, asks about what is there already, and remembers the format.
pub(in crate::app) fn given(model: &mut Model, given: &GivenFiles) -> Vec<Effect> {
    let Some(order) = model.giving.take() else {
        return Vec::new();
    };
    match &given.end {
        GivenEnd::Whole => whole(model, &order, &given.files),
        GivenEnd::Stopped => {
            let args = [("count", given.files.len().into())];
            model.say(model.words.say_with("giving-stopped", &args), Role::Warn);
            Vec::new()
        }
        GivenEnd::Failed(why @ NotGiven::Present(_)) if given.files.is_empty() => {
            model.dialog = Some(before_replacing(model, *order, why));
            Vec::new()
        }
        GivenEnd::Failed(why) => {
            let mut sentence = why.sentence(&model.words);
            if !given.files.is_empty() {
                let args = [("count", given.files.len().into())];
                let before = model.words.say_with("giving-before", &args);
                sentence = format!("{sentence} {before}");
            }
            model.say(sentence, Role::Bad);
            Vec::new()
        }
    }
}

/// Asks before files are replaced. The chosen answer is a harmless one: of several files the others are written, or
/// nothing is.
fn before_replacing(model: &Model, order: GiveOrder, why: &NotGiven) -> Dialog {
    let words = &model.words;
    let is_many = order.request.document.is_many();
    let give = |present| {
        let order = GiveOrder {
            present,
            ..order.clone()
        };
        vec![Step::Give(Box::new(order))]
    };
    let mut answers = vec![(words.say("replace-yes"), give(FilesPresent::Replace))];
    if is_many {
        answers.push((words.say("replace-missing"), give(FilesPresent::Keep)));
    }
    let nothing = Step::Say(words.say("giving-none"), Role::Plain);
    answers.push((words.say("replace-no"), vec![nothing]));
    Dialog {
        title: words.say("replace-title"),
        text: why.sentence(words),
        answers,
        at: 1,
        is_unforeseen: true,
    }
}

fn whole(model: &mut Model, order: &GiveOrder, files: &[PathBuf]) -> Vec<Effect> {
    let mut settings = model.setup.settings.clone();
    let format = Some(order.request.format);
    // What has one format alone was no choice.
    let is_chosen = order.request.document.formats().len() > 1;
    let remembered = !is_chosen || std::mem::replace(&mut settings.documents.format, format) == format;
    let mut effects = match remembered {
        true => Vec::new(),
        false => model.obey(vec![Step::Settings(Box::new(settings))]),
    };
    if files.is_empty() && order.request.letters.notified.is_none() {
        model.say(model.words.say("giving-none"), Role::Plain);
        return effects;
    }
    let sentence = done(model, order, files);
    match &model.setup.fetch {
        Some(from) => model.dialog = Some(fetched(model, sentence, &fetching(from, order, files))),
        None => model.say(sentence, Role::Good),
    }
    effects.extend(notified(model, order));
    effects
}

/// Records the notification that the letters carry.
fn notified(model: &mut Model, order: &GiveOrder) -> Vec<Effect> {
    let (OfficeDocument::Letters(session), Some(day)) =
        (&order.request.document, order.request.letters.notified)
    else {
        return Vec::new();
    };
    let effects = model.ask_for(Command::RecordNotification {
        session: session.clone(),
        notified: Some(day),
    });
    if let Some(asked) = model.asked.back_mut() {
        *asked = Asked::Notified;
    }
    effects
}

fn done(model: &Model, order: &GiveOrder, files: &[PathBuf]) -> String {
    let path = match (files, &order.to) {
        ([file], _) => file,
        (_, GivePlace::File(path) | GivePlace::Folder(path)) => path,
    };
    let path = ("path", path_said(path).into());
    match files {
        [_] => model.words.say_with("giving-done", &[path]),
        files => {
            let args = [("count", files.len().into()), path];
            model.words.say_with("giving-done-many", &args)
        }
    }
}

/// The command that brings the files to the machine that a person sits at.
fn fetching(from: &str, order: &GiveOrder, files: &[PathBuf]) -> String {
    let quoted = |path: &Path| path.display().to_string().replace('\'', "'\\''");
    match (files, &order.to) {
        ([file], _) => format!("scp '{from}:{}' .", quoted(file)),
        (_, GivePlace::File(path) | GivePlace::Folder(path)) => format!("scp -r '{from}:{}' .", quoted(path)),
    }
}

/// Tells a person who sits far from the disk how the files come to her.
fn fetched(model: &Model, sentence: String, command: &str) -> Dialog {
    let words = &model.words;
    let how = words.say_with("giving-fetch", &[("command", command.into())]);
    Dialog {
        title: words.say("giving-title"),
        text: format!("{sentence}\n{how}"),
        answers: vec![
            (words.say("giving-ok"), Vec::new()),
            (words.say("giving-copy"), vec![Step::Copy(command.to_owned())]),
        ],
        at: 0,
        is_unforeseen: true,
    }
}
