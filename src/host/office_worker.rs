//! The thread that carries out effects on the store, in the order they were asked for, and the one beside it for
//! questions that may take long, so that nothing that is saved waits for them. Does not know the screen.

use super::events::Event;
use super::giver::{Giver, GivingJob};
use super::settings_file::SettingsFile;
use super::taker::Taker;
use super::{clock, copied};
use crate::app::intake::IntakeOrder;
use crate::app::settings::NotSaved;
use crate::app::{Msg, Settings};
use crate::calendar::Day;
use crate::office::Office;
use crate::office::command::{Command, Done, Failure};
use crate::office::health::{Health, LEFT_OUTSIDE, StoreNews};
use crate::office::query::{Answer, Query};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Work for the office.
pub enum Job {
    /// A question.
    Ask(Query),
    /// A change, and what is to be read after it.
    Do(Box<Command>, Vec<Query>),
    /// Drafts are on their way to the disk: look whether they come there.
    Look,
    /// What was kept under a key?
    AskDraft(String),
    /// Under which keys is something kept?
    AskDrafts,
    /// Write what was copied into a file in a folder.
    WriteCopy(PathBuf, String),
    /// Keep a person's settings.
    SaveSettings(Box<Settings>),
    /// Give documents out, or show one.
    Give(Box<GivingJob>),
    /// Give out no further file.
    StopGiving,
    /// Read minutes that are to be taken in.
    ReadMinutes(Box<IntakeOrder>),
}

/// What came of a job.
pub enum OfficeReply {
    /// To [`Job::Ask`].
    Answered(Box<Query>, Result<Answer, Failure>),
    /// To [`Job::Do`], with what could be read after it.
    Did(Box<Result<Done, Failure>>, Vec<(Query, Answer)>),
    /// To [`Job::AskDraft`].
    Draft(String, Option<String>),
    /// To [`Job::AskDrafts`].
    Drafts(Vec<String>),
    /// To [`Job::SaveSettings`].
    SettingsSaved(Result<(), NotSaved>),
    /// To [`Job::Give`]: how far it has come, what was given, or what is shown. To [`Job::ReadMinutes`]: what was read.
    Told(Box<Msg>),
    /// Something happened to the store that a person must know.
    News(Vec<StoreNews>),
    /// The thread has ended by a fault.
    Broken,
}

impl OfficeReply {
    /// What the screen is told of it; nothing where the thread has ended.
    pub fn told(self) -> Option<Msg> {
        Some(match self {
            OfficeReply::Answered(query, Ok(answer)) => Msg::Answered(*query, Box::new(answer)),
            OfficeReply::Answered(query, Err(failure)) => Msg::NotAnswered(*query, failure),
            OfficeReply::Did(result, answers) => Msg::Did {
                result: *result,
                answers,
            },
            OfficeReply::Draft(key, text) => Msg::Draft(key, text),
            OfficeReply::Drafts(keys) => Msg::Drafts(keys),
            OfficeReply::SettingsSaved(result) => Msg::SettingsSaved(result),
            OfficeReply::Told(told) => *told,
            OfficeReply::News(news) => Msg::StoreNews(news),
            OfficeReply::Broken => return None,
        })
    }
}

/// Starts the thread. `today` fixes the day that answers are given for; without it the clock is asked. It ends when all
/// work is done and no more can come; the store is closed with it.
pub fn start(
    office: Arc<Office>,
    actor: String,
    today: Option<Day>,
    settings: SettingsFile,
    to: Sender<Event>,
) -> (Sender<Job>, JoinHandle<()>) {
    let (jobs, inbox) = channel::<Job>();
    let thread = thread::spawn(move || {
        let _broken = ReportBroken(to.clone());
        let long = LongQuestions::start(Arc::clone(&office), today, to.clone());
        let giver = Giver::start(Arc::clone(&office), today, to.clone());
        let taker = Taker::start(Arc::clone(&office), to.clone());
        let mut health = Health::default();
        loop {
            // Asked before the news: what is found until now is among them.
            let looks_again = office.store().is_being_read_over() || office.store().has_unwritten_drafts();
            let news = health.news(&office);
            if !news.is_empty() && to.send(Event::Reply(OfficeReply::News(news))).is_err() {
                return;
            }
            let job = match next_job(&inbox, looks_again) {
                Ok(job) => job,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let day = today.unwrap_or_else(clock::today);
            let reply = match job {
                Job::Ask(query) if takes_long(&query) => {
                    long.ask(query);
                    None
                }
                Job::SaveSettings(new) => Some(OfficeReply::SettingsSaved(settings.save(&new))),
                Job::Give(job) => {
                    giver.give(job);
                    None
                }
                Job::StopGiving => {
                    giver.stop();
                    None
                }
                Job::ReadMinutes(order) => {
                    taker.read(order);
                    None
                }
                job => carry_out(&office, &actor, day, job),
            };
            if let Some(reply) = reply
                && to.send(Event::Reply(reply)).is_err()
            {
                return;
            }
        }
    });
    (jobs, thread)
}

/// Whether the answer may need many records; a screen that waits for it says so.
fn takes_long(query: &Query) -> bool {
    matches!(
        query,
        Query::Report(_) | Query::Found { .. } | Query::Similar { .. } | Query::Touched(_)
    )
}

/// The thread for questions that may take long.
struct LongQuestions {
    questions: Option<Sender<Query>>,
    thread: Option<JoinHandle<()>>,
}

impl LongQuestions {
    fn start(office: Arc<Office>, today: Option<Day>, to: Sender<Event>) -> LongQuestions {
        let (questions, inbox) = channel::<Query>();
        let thread = thread::spawn(move || {
            let _broken = ReportBroken(to.clone());
            for query in inbox {
                let day = today.unwrap_or_else(clock::today);
                let answer = office.read(&query, day);
                if to
                    .send(Event::Reply(OfficeReply::Answered(Box::new(query), answer)))
                    .is_err()
                {
                    return;
                }
            }
        });
        LongQuestions {
            questions: Some(questions),
            thread: Some(thread),
        }
    }

    fn ask(&self, query: Query) {
        // A thread that has ended by a fault has said so.
        let _ = self.questions.as_ref().map(|questions| questions.send(query));
    }
}

/// The store is closed only when this thread has let go of it, too.
impl Drop for LongQuestions {
    fn drop(&mut self) {
        self.questions = None;
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// So often the store is looked at while it is read over behind its opening, or drafts are on their way to the disk;
/// otherwise only with the jobs.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

fn next_job(inbox: &Receiver<Job>, looks_again: bool) -> Result<Job, RecvTimeoutError> {
    match looks_again {
        true => inbox.recv_timeout(LOOK_AGAIN),
        false => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
    }
}

/// Tells the desk when the thread ends by a panic, so that it does not wait for ever.
pub(super) struct ReportBroken(pub(super) Sender<Event>);

impl Drop for ReportBroken {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Event::Reply(OfficeReply::Broken));
        }
    }
}

fn carry_out(office: &Office, actor: &str, day: Day, job: Job) -> Option<OfficeReply> {
    match job {
        Job::Ask(query) => {
            let answer = office.read(&query, day);
            Some(OfficeReply::Answered(Box::new(query), answer))
        }
        Job::Do(command, then) => {
            let done = office.execute(actor, *command, clock::now(), &mut clock::fresh_id);
            Some(OfficeReply::Did(Box::new(done), read_after(office, then, day)))
        }
        Job::AskDraft(key) => {
            let draft = office.store().draft(&key);
            Some(OfficeReply::Draft(key, draft))
        }
        Job::AskDrafts => {
            let drafts = office.store().drafts().into_iter();
            // That one names a file outside; it is told by itself.
            let keys = drafts
                .map(|(key, _)| key)
                .filter(|key| key != LEFT_OUTSIDE)
                .collect();
            Some(OfficeReply::Drafts(keys))
        }
        Job::WriteCopy(folder, text) => {
            let written = copied::write(&folder, &text);
            let written = written.map(|path| path.display().to_string());
            Some(OfficeReply::Told(Box::new(Msg::CopyWritten(written))))
        }
        // Not of the store, or seen to already.
        Job::Look | Job::SaveSettings(_) | Job::Give(_) | Job::StopGiving | Job::ReadMinutes(_) => None,
    }
}

/// What can be read at once of what a change may have changed. What cannot be is asked for again by the screen, which is
/// told why, or told later where it takes long.
fn read_after(office: &Office, then: Vec<Query>, day: Day) -> Vec<(Query, Answer)> {
    let at_once = then.into_iter().filter(|query| !takes_long(query));
    at_once
        .filter_map(|query| {
            let answer = office.read(&query, day).ok()?;
            Some((query, answer))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::body::Body;
    use crate::store::reread_tests::lose_first_record;
    use crate::store::{Store, Tree};
    use crate::words::Lang;
    use std::fs;
    use std::path::Path;

    /// A closed store whose journal counts as large; only its last entries are read at the next opening.
    fn store_at(folder: &Path) {
        let office = Office::over(Store::open_above(folder, 0).unwrap().0);
        for number in 0..140 {
            let after = Body {
                name: format!("کمیته {number}"),
                ..Body::default()
            };
            let command = Command::RecordBody { before: None, after };
            office
                .execute("a", command, clock::now(), &mut clock::fresh_id)
                .unwrap();
        }
    }

    /// What the desk is told of the store after it was opened, believing what was seen before.
    fn news_of(folder: &Path) -> Vec<StoreNews> {
        let (store, _) = Store::open_above(folder, 0).unwrap();
        let (to, inbox) = channel();
        let settings = SettingsFile {
            path: None,
            lang: Lang::Fa,
        };
        let (_jobs, _thread) = start(Arc::new(Office::over(store)), "a".to_owned(), None, settings, to);
        match inbox.recv_timeout(Duration::from_secs(60)) {
            Ok(Event::Reply(OfficeReply::News(news))) => news,
            Ok(_) => panic!("something else came first"),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn a_journal_found_damaged_behind_the_opening_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("store");
        store_at(&folder);
        let mut journal = fs::read(folder.join("journal")).unwrap();
        let middle = journal.len() / 2;
        journal[middle] ^= 1;
        fs::write(folder.join("journal"), journal).unwrap();
        match news_of(&folder).as_slice() {
            [StoreNews::JournalDamaged { file, readable }] => {
                assert!(file.ends_with("journal"));
                assert!((1..140).contains(readable), "{readable}");
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn records_made_again_behind_the_opening_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("store");
        store_at(&folder);
        lose_first_record(&folder, Tree::Bodies);
        let news = news_of(&folder);
        let remade = |news: &StoreNews| matches!(news, StoreNews::Remade { records, .. } if *records >= 140);
        assert!(news.iter().any(remade), "{news:?}");
    }

    #[test]
    fn a_long_question_is_answered_beside_the_work_and_the_store_is_let_go_of_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("store");
        let (store, _) = Store::open(&folder).unwrap();
        let (to, inbox) = channel();
        let settings = SettingsFile {
            path: None,
            lang: Lang::Fa,
        };
        let (jobs, thread) = start(Arc::new(Office::over(store)), "a".to_owned(), None, settings, to);
        let found = Query::Found {
            any_of: vec!["آب".to_owned()],
            limit: 5,
        };
        assert!(takes_long(&found));
        let after = Body {
            name: "کمیته آب".to_owned(),
            ..Body::default()
        };
        let command = Command::RecordBody { before: None, after };
        jobs.send(Job::Ask(found)).unwrap();
        jobs.send(Job::Do(Box::new(command), vec![Query::Bodies]))
            .unwrap();
        jobs.send(Job::Ask(Query::Bodies)).unwrap();
        drop(jobs);
        thread.join().unwrap();
        let replies: Vec<OfficeReply> = inbox
            .try_iter()
            .map(|event| match event {
                Event::Reply(reply) => reply,
                _ => panic!("no reply"),
            })
            .collect();
        let place = |wanted: fn(&OfficeReply) -> bool| replies.iter().position(wanted);
        let did = place(|reply| matches!(reply, OfficeReply::Did(done, _) if done.is_ok())).unwrap();
        assert!(
            matches!(&replies[did], OfficeReply::Did(_, answers)
                if matches!(&answers[..], [(Query::Bodies, Answer::Bodies(bodies))] if bodies.len() == 1)),
            "what is read after a change comes with it and knows of it"
        );
        let bodies =
            place(|reply| matches!(reply, OfficeReply::Answered(query, Ok(_)) if **query == Query::Bodies))
                .unwrap();
        assert!(did < bodies, "what is asked after a change is answered after it");
        assert!(place(|reply| matches!(reply, OfficeReply::Answered(query, Ok(_)) if matches!(**query, Query::Found { .. }))).is_some());
        assert!(Store::open(&folder).is_ok(), "nobody holds the store");
    }
}
