//! The review of minutes that are taken in: what was understood beside the source, what is doubtful first, each with its
//! keys. Does not know how minutes are read; nothing is stored before the key that says so.

mod answer;
mod choices;
mod rows;
mod view;

use super::page::Page;
use crate::app::context::Context;
use crate::app::filters::NamedThing;
use crate::app::intake::{IntakeFrom, IntakeOrder};
use crate::app::keys::{Act, Place};
use crate::app::step::Step;
use crate::office::command::Command;
use crate::office::intake::{IntakeAnswers, IntakeMatter, MatterAbout, Reviewed};
use crate::office::query::Query;
use crate::ui::{Area, Canvas, Key, ListState, Role, sentence};

/// A matter as it stands on the page: it stays where it is, whatever becomes of it.
struct AskedMatter {
    matter: IntakeMatter,
    /// A person has looked at it and it is right as it is.
    is_right: bool,
    /// It does not arise any more, by what was said of another.
    is_gone: bool,
}

impl AskedMatter {
    fn is_open(&self) -> bool {
        !self.is_right && !self.is_gone && !self.matter.is_said
    }
}

/// Where one is in the review.
#[derive(Default)]
pub(in crate::app) struct ImportPage {
    list: ListState,
    reviewed: Option<Box<Reviewed>>,
    asked: Vec<AskedMatter>,
    answers: IntakeAnswers,
    /// Whether the source is being read, so that what is shown is not the last word.
    is_reading: bool,
}

/// A row of the page, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ReviewedRow {
    Matter(usize),
    Place(usize),
}

impl ImportPage {
    /// Begins anew, with nothing read.
    pub fn begin(&mut self) {
        *self = ImportPage::default();
    }

    /// Whether something was read that would be lost.
    pub fn has_source(&self) -> bool {
        self.reviewed.is_some()
    }

    /// Reads a source from its beginning: what was answered of another one does not hold.
    pub fn read(&mut self, from: IntakeFrom) -> Vec<Step> {
        self.begin();
        self.order(from)
    }

    fn order(&mut self, from: IntakeFrom) -> Vec<Step> {
        self.is_reading = true;
        let answers = self.answers.clone();
        vec![Step::ReadMinutes(Box::new(IntakeOrder { from, answers }))]
    }

    fn read_again(&mut self) -> Vec<Step> {
        let intake = self.reviewed.as_ref().map(|reviewed| reviewed.intake.clone());
        match intake {
            Some(intake) => self.order(IntakeFrom::Again(intake)),
            None => Vec::new(),
        }
    }

    /// The source was not read.
    pub fn not_taken(&mut self) {
        self.is_reading = false;
    }

    /// Takes in what was read: matters that were asked stay where they are.
    pub fn take(&mut self, reviewed: Box<Reviewed>) {
        self.is_reading = false;
        for asked in &mut self.asked {
            let is_it = |one: &&IntakeMatter| one.about.is_same(&asked.matter.about);
            let now = reviewed.matters.iter().find(is_it);
            asked.is_gone = now.is_none();
            if let Some(now) = now {
                asked.matter = now.clone();
            }
        }
        for matter in &reviewed.matters {
            let is_known = |asked: &AskedMatter| asked.matter.about.is_same(&matter.about);
            if !self.asked.iter().any(is_known) {
                self.asked.push(AskedMatter {
                    matter: matter.clone(),
                    is_right: false,
                    is_gone: false,
                });
            }
        }
        let is_first = self.reviewed.replace(reviewed).is_none();
        self.drop_unasked();
        if is_first {
            self.list.selected = self.asked.iter().position(AskedMatter::is_open).unwrap_or(0);
        }
    }

    /// Leaves out what does not arise any more and was never answered; the selection stays on what it is on, or goes to
    /// the next open matter where that is left out.
    fn drop_unasked(&mut self) {
        let stays = |asked: &AskedMatter| !asked.is_gone || asked.is_right;
        let selected = self.list.selected;
        if selected >= self.asked.len() {
            let left = self.asked.iter().filter(|asked| !stays(asked)).count();
            self.list.selected -= left;
        } else {
            let from = (selected..self.asked.len()).find(|at| {
                let asked = &self.asked[*at];
                stays(asked) && (*at == selected || asked.is_open())
            });
            let before = &self.asked[..from.unwrap_or(selected)];
            self.list.selected = before.iter().filter(|asked| stays(asked)).count();
        }
        self.asked.retain(stays);
    }

    fn rows(&self) -> usize {
        let places = self.reviewed.as_ref().map_or(0, |reviewed| reviewed.places.len());
        self.asked.len() + places
    }

    fn row(&self, at: usize) -> Option<ReviewedRow> {
        match at.checked_sub(self.asked.len()) {
            None => Some(ReviewedRow::Matter(at)),
            Some(place) => (at < self.rows()).then_some(ReviewedRow::Place(place)),
        }
    }

    fn selected(&self) -> Option<&AskedMatter> {
        self.asked.get(self.list.selected)
    }

    /// The selected matter, while nobody has answered it; else the first one that is open.
    #[cfg(test)]
    pub fn open_matter(&self) -> Option<&MatterAbout> {
        let selected = self.selected().filter(|asked| asked.is_open());
        let open = selected.or_else(|| self.asked.iter().find(|asked| asked.is_open()));
        open.map(|asked| &asked.matter.about)
    }

    /// Goes to the next matter that nobody has answered; stays where there is none.
    fn go_on(&mut self) {
        let behind = self.list.selected + 1;
        let open = |from: usize, to: usize| (from..to).find(|at| self.asked[*at].is_open());
        let len = self.asked.len();
        let next = open(behind.min(len), len).or_else(|| open(0, behind.min(len)));
        if let Some(next) = next {
            self.list.selected = next;
        }
    }

    /// It is right as it is; what was only guessed is learnt.
    fn accept(&mut self) -> Vec<Step> {
        let Some(asked) = self.asked.get_mut(self.list.selected) else {
            return Vec::new();
        };
        let is_guess = !asked.matter.is_said;
        asked.is_right = true;
        let guessed = match &asked.matter.about {
            MatterAbout::Column {
                head,
                meaning: Some(meaning),
            } if is_guess => Some((head.clone(), *meaning)),
            _ => None,
        };
        self.go_on();
        match guessed {
            Some((head, meaning)) => {
                self.answers.learnt.say_column(&head, meaning);
                self.read_again()
            }
            None => Vec::new(),
        }
    }

    /// Asks for words where no choice says it: a day, a body, a deadline; a file where nothing is read yet.
    fn type_words(&self, context: &Context) -> Vec<Step> {
        let Some(asked) = self.selected().filter(|_| self.reviewed.is_some()) else {
            return match self.reviewed {
                Some(_) => Vec::new(),
                None => vec![Step::Type(NamedThing::Minutes, String::new())],
            };
        };
        let words = context.words;
        let now = match &asked.matter.about {
            MatterAbout::Date { day, .. } => day.map(|day| words.day(day)),
            MatterAbout::Body { name, .. } => Some(name.clone()),
            MatterAbout::Deadline { meaning, .. } => meaning.clone(),
            _ => return vec![Step::Say(words.say("intake-no-words"), Role::Warn)],
        };
        vec![Step::Type(NamedThing::Meaning, now.unwrap_or_default())]
    }

    /// Takes the session in, when it can be.
    fn take_in(&self, context: &Context) -> Vec<Step> {
        let Some(reviewed) = &self.reviewed else {
            return Vec::new();
        };
        let words = context.words;
        if reviewed.session.body_name.trim().is_empty() && reviewed.session.body.is_none() {
            return vec![Step::Say(words.say("refusal-body-is-unknown"), Role::Bad)];
        }
        vec![Step::change(Command::ImportSession(Box::new(
            reviewed.session.clone(),
        )))]
    }
}

impl Page for ImportPage {
    fn place(&self) -> Place {
        Place::Import
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Bodies, Query::Organisations]
    }

    /// What is typed while the source is read again is meant of what will stand there.
    fn waits(&self, _context: &Context) -> bool {
        self.is_reading
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let page = usize::from(view::list_rows(context));
        if act == Act::Move && self.list.press(key.as_command().code, self.rows(), page) {
            return Vec::new();
        }
        match act {
            Act::Answer(number) => self.choose(context, usize::from(number)),
            Act::Next => self.turn(context, true),
            Act::Previous => self.turn(context, false),
            Act::Open => self.accept(),
            Act::Edit => self.type_words(context),
            Act::Save => self.take_in(context),
            _ => Vec::new(),
        }
    }

    fn offers(&self, _context: &Context, act: Act) -> bool {
        let is_matter = self.selected().is_some();
        match act {
            Act::Save => self.reviewed.is_some(),
            Act::Open | Act::Answer(_) | Act::Next | Act::Previous => is_matter,
            _ => true,
        }
    }

    fn settle(&mut self, context: &Context) {
        let (len, rows) = (self.rows(), view::list_rows(context));
        self.list.settle(len, rows, |_| 1);
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        if self.reviewed.is_some() {
            return self.paint(context, canvas, area);
        }
        let words = match self.is_reading {
            true => context.words.say("intake-reads"),
            false => {
                let key = context.key(Act::Edit, Place::Import);
                context.words.say_with("intake-empty", &[("key", key.into())])
            }
        };
        sentence(canvas, area, &words, Role::Faint);
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-import")
    }

    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        match &self.reviewed {
            Some(_) => self.paint_sum(context, canvas, row),
            None => canvas.rule_across(row),
        }
    }

    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let reviewed = self.reviewed.as_ref()?;
        let words = context.words;
        if let Some(session) = &reviewed.already {
            let args = [("session", session.to_string().into())];
            return Some((words.say_with("refusal-already-imported", &args), Role::Bad));
        }
        Some(match self.is_reading {
            true => (words.say("intake-reads"), Role::Faint),
            false => (words.say("intake-nothing-stored-yet"), Role::Faint),
        })
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}
