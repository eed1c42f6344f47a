//! The thread that makes documents and gives them out, so that nothing that is saved or read waits for it.
//! Does not know the screen.

use super::clock;
use super::dressed::dressed;
use super::events::Event;
use super::giving::give;
use super::office_worker::{OfficeReply, ReportBroken};
use super::stopping::{StopWish, TellingPace};
use crate::app::Msg;
use crate::app::giving::{GiveOrder, GivenFiles, NotGiven};
use crate::app::settings::DocumentSettings;
use crate::calendar::Day;
use crate::office::Office;
use crate::papers::issue::{IssueRequest, MadeOn, NotIssued, PlannedFile, PreviewedFile, plan};
use crate::words::Words;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

/// Work for the thread.
pub enum GivingJob {
    /// Give this out.
    Give {
        /// What, and where to.
        order: GiveOrder,
        /// Its words.
        words: Words,
        /// What it is dressed in.
        documents: DocumentSettings,
    },
    /// Make this to be shown.
    Preview {
        /// What.
        request: IssueRequest,
        /// Its words.
        words: Words,
    },
}

/// The thread.
pub(super) struct Giver {
    jobs: Option<Sender<Box<GivingJob>>>,
    thread: Option<JoinHandle<()>>,
    stop: StopWish,
}

impl Giver {
    /// Starts it.
    pub(super) fn start(office: Arc<Office>, today: Option<Day>, to: Sender<Event>) -> Giver {
        let (jobs, inbox) = channel::<Box<GivingJob>>();
        let stop = StopWish::default();
        let wish = stop.clone();
        let thread = thread::spawn(move || {
            let _broken = ReportBroken(to.clone());
            for job in inbox {
                let on = MadeOn {
                    today: today.unwrap_or_else(clock::today),
                    now: clock::now(),
                };
                let tell = |told: Msg| to.send(Event::Reply(OfficeReply::Told(Box::new(told)))).is_ok();
                let told = match *job {
                    GivingJob::Preview { request, words } => {
                        Msg::Previewed(previewed(&office, &words, &request, on))
                    }
                    GivingJob::Give {
                        order,
                        words,
                        documents,
                    } => {
                        let given = given(&office, &words, &order, &documents, on, &wish, &tell);
                        Msg::Given(given)
                    }
                };
                if !tell(told) {
                    return;
                }
            }
        });
        Giver {
            jobs: Some(jobs),
            thread: Some(thread),
            stop,
        }
    }

    /// Gives it work. What was wished of earlier work does not hold for this.
    pub(super) fn give(&self, job: Box<GivingJob>) {
        self.stop.take_back();
        // A thread that has ended by a fault has said so.
        let _ = self.jobs.as_ref().map(|jobs| jobs.send(job));
    }

    /// Lets no further file be written.
    pub(super) fn stop(&self) {
        self.stop.ask();
    }
}

/// The store is closed only when this thread has let go of it, too; a file that is begun is written to its end.
impl Drop for Giver {
    fn drop(&mut self) {
        self.stop.ask();
        self.jobs = None;
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn previewed(
    office: &Office,
    words: &Words,
    request: &IssueRequest,
    on: MadeOn,
) -> Result<Vec<PreviewedFile>, NotIssued> {
    let plan = plan(office, words, request, on)?;
    let preview = |file: PlannedFile| file.preview(words);
    plan.files.into_iter().map(preview).collect()
}

fn given(
    office: &Office,
    words: &Words,
    order: &GiveOrder,
    documents: &DocumentSettings,
    on: MadeOn,
    wish: &StopWish,
    tell: &dyn Fn(Msg) -> bool,
) -> GivenFiles {
    let dress = match dressed(documents) {
        Ok(dress) => dress,
        Err(why) => return GivenFiles::nothing(why),
    };
    let plan = match plan(office, words, &order.request, on) {
        Ok(plan) => plan,
        Err(why) => return GivenFiles::nothing(NotGiven::NotIssued(why)),
    };
    let mut pace = TellingPace::begin();
    give(plan, &dress, &order.to, order.present, &mut |done, all| {
        if pace.is_due() {
            tell(Msg::Giving { done, all });
        }
        match wish.is_asked() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    })
}
