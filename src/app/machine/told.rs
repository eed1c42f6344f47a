//! What the host tells by itself or of what is no question to the office: drafts, copies, settings, news of the store. Does
//! not know who tells it.

use super::{form, shown};
use crate::app::dialog::Dialog;
use crate::app::giving::{FilesPresent, GiveOrder, GivePlace};
use crate::app::keys::{Act, Place};
use crate::app::settings::{NotSaved, SettingsProblem, not_saved};
use crate::app::step::Step;
use crate::app::{Effect, Model, sentences};
use crate::office::command::DiskError;
use crate::office::health::StoreNews;
use crate::papers::issue::{FileFormat, IssueRequest, LetterCustom, OfficeDocument};
use crate::say::obstacles;
use crate::ui::Role;

/// The draft that a form asked for is there.
pub(in crate::app) fn draft(model: &mut Model, key: &str, text: Option<String>) -> Vec<Effect> {
    let Some(form) = model.form_mut().filter(|form| form.draft_key() == key) else {
        return Vec::new();
    };
    form.awaits_draft = false;
    let Some(text) = text else { return Vec::new() };
    if form::reopen::brought(model, key, &text) {
        return Vec::new();
    }
    let Some(form) = model.form() else {
        return Vec::new();
    };
    let news = form.differs(&text) && !form.is_dirty();
    if model
        .form()
        .is_some_and(|form| form.about.was_recorded(&model.context(), &text))
    {
        return vec![Effect::ClearDraft { key: key.to_owned() }];
    }
    if news {
        let offer = Dialog::offer_draft(&model.words, text);
        model.dialog = Some(offer);
    }
    Vec::new()
}

/// Says that the terminal may not have taken what was copied, and by which key a file takes it.
pub(in crate::app) fn copy_in_doubt(model: &mut Model) -> Vec<Effect> {
    let place = match model.form() {
        Some(_) => Place::Form,
        None => shown::place(model),
    };
    let key = model.keymap.shown(Act::WriteCopy, place, &model.words);
    let said = model.words.say_with("copy-in-doubt", &[("key", key.into())]);
    model.say(said, Role::Warn);
    Vec::new()
}

/// Leaves decoration out from now on, unless that was settled, and says so together with what helps more.
pub(in crate::app) fn line_is_slow(model: &mut Model) -> Vec<Effect> {
    model.line_is_slow = true;
    let was_spare = std::mem::replace(&mut model.look.theme.is_spare, model.setup.is_spare(true));
    if model.look.theme.is_spare && !was_spare {
        model.say(model.words.say("line-is-slow"), Role::Warn);
    }
    Vec::new()
}

/// Says where what was copied was written, or why it was not.
pub(in crate::app) fn copy_written(model: &mut Model, written: Result<String, DiskError>) -> Vec<Effect> {
    match written {
        Ok(path) => {
            let said = model.words.say_with("copy-written", &[("path", path.into())]);
            model.say(said, Role::Good);
        }
        Err(why) => {
            let why = obstacles::of_disk(&model.words, why);
            let said = model.words.say_with("copy-not-written", &why);
            model.say(said, Role::Bad);
        }
    }
    Vec::new()
}

/// Says what is wrong with the file of settings, once, before anything else.
pub(in crate::app) fn settings_read(model: &mut Model, problems: Vec<SettingsProblem>) -> Vec<Effect> {
    if !problems.is_empty() {
        model.dialog = Some(Dialog::settings_notice(&model.words, &problems));
        model.problems = problems;
    }
    Vec::new()
}

/// The settings are in their file, or they are not.
pub(in crate::app) fn settings_saved(model: &mut Model, result: Result<(), NotSaved>) -> Vec<Effect> {
    match result {
        // What was said meanwhile, as where a document went, is more than that the format was remembered.
        Ok(()) if model.status.is_some() => {}
        Ok(()) => model.say(model.words.say("did-save"), Role::Good),
        Err(why) => model.say(not_saved(&model.words, &why), Role::Bad),
    }
    Vec::new()
}

/// Says what happened to the store, as soon as nothing else is asked, and reads again what is shown.
pub(in crate::app) fn store_news(model: &mut Model, news: &[StoreNews]) -> Vec<Effect> {
    // That a backup is due is no reason to stop anybody.
    let (due, news): (Vec<StoreNews>, Vec<StoreNews>) = news
        .iter()
        .cloned()
        .partition(|one| matches!(one, StoreNews::BackupOld { .. }));
    for one in &due {
        model.say(sentences::store_news(&model.words, one), Role::Warn);
    }
    if news.is_empty() {
        return Vec::new();
    }
    let earlier = model.news.take().map(|dialog| dialog.text);
    let sentences = news.iter().map(|one| sentences::store_news(&model.words, one));
    let text: Vec<String> = earlier.into_iter().chain(sentences).collect();
    model.news = Some(Dialog {
        title: model.words.say("news-title"),
        text: text.join("\n"),
        answers: news_answers(model, &news),
        at: 0,
        is_unforeseen: true,
    });
    shown::entered(model)
}

/// What can be done about news: where nothing is saved any more, everything is written elsewhere by the first answer.
fn news_answers(model: &Model, news: &[StoreNews]) -> Vec<(String, Vec<Step>)> {
    let seen = (model.words.say("news-seen"), Vec::new());
    let is_away = |news: &StoreNews| matches!(news, StoreNews::JournalAway { .. });
    if !news.iter().any(is_away) {
        return vec![seen];
    }
    let request = IssueRequest {
        document: OfficeDocument::Archive,
        format: FileFormat::Json,
        letters: LetterCustom::default(),
    };
    let folder = model
        .setup
        .home
        .clone()
        .unwrap_or_else(|| model.setup.folder.clone());
    let order = GiveOrder {
        request,
        to: GivePlace::Folder(folder),
        present: FilesPresent::Refuse,
    };
    let write = Step::Give(Box::new(order));
    vec![(model.words.say("news-write-elsewhere"), vec![write]), seen]
}
