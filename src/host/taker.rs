//! The thread that reads minutes that are to be taken in, so that no key waits for a long text. Does not know the screen,
//! and stores nothing.

use super::events::Event;
use super::office_worker::{OfficeReply, ReportBroken};
use crate::app::Msg;
use crate::app::intake::{IntakeFrom, IntakeOrder, NotRead};
use crate::files::DiskError;
use crate::office::Office;
use crate::office::intake::{Intake, MOST_FILE_BYTES, Reviewed, review, text_of};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

const MEGABYTE: usize = 1024 * 1024;

/// The thread.
pub(super) struct Taker {
    orders: Option<Sender<Box<IntakeOrder>>>,
    thread: Option<JoinHandle<()>>,
}

impl Taker {
    /// Starts it.
    pub(super) fn start(office: Arc<Office>, to: Sender<Event>) -> Taker {
        let (orders, inbox) = channel::<Box<IntakeOrder>>();
        let thread = thread::spawn(move || {
            let _broken = ReportBroken(to.clone());
            for order in inbox {
                let told = Msg::MinutesRead(read(&office, *order).map(Box::new));
                let reply = OfficeReply::Told(Box::new(told));
                if to.send(Event::Reply(reply)).is_err() {
                    return;
                }
            }
        });
        Taker {
            orders: Some(orders),
            thread: Some(thread),
        }
    }

    /// Gives it minutes to read.
    pub(super) fn read(&self, order: Box<IntakeOrder>) {
        // A thread that has ended by a fault has said so.
        let _ = self.orders.as_ref().map(|orders| orders.send(order));
    }
}

/// The store is closed only when this thread has let go of it, too.
impl Drop for Taker {
    fn drop(&mut self) {
        self.orders = None;
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn read(office: &Office, order: IntakeOrder) -> Result<Reviewed, NotRead> {
    let IntakeOrder { from, answers } = order;
    let intake = match from {
        IntakeFrom::Again(intake) => intake,
        IntakeFrom::Pasted(text) => Arc::new(with_words(Intake::pasted(&text).map_err(NotRead::NotTaken)?)?),
        IntakeFrom::File(path) => Arc::new(of_file(&path)?),
    };
    review(office, &intake, &answers).map_err(NotRead::Office)
}

fn of_file(path: &Path) -> Result<Intake, NotRead> {
    let bytes = bytes(path).map_err(|error| {
        tracing::warn!(%error, "the file was not read");
        NotRead::File(path.to_owned(), DiskError::from(&error))
    })?;
    if bytes.len() > MOST_FILE_BYTES {
        return Err(NotRead::TooLarge(MOST_FILE_BYTES / MEGABYTE));
    }
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let incoming = text_of(&name, &bytes).map_err(NotRead::NotTaken)?;
    with_words(Intake::new(&name, &bytes, incoming))
}

fn with_words(intake: Intake) -> Result<Intake, NotRead> {
    match intake.text().trim().is_empty() {
        true => Err(NotRead::Empty),
        false => Ok(intake),
    }
}

/// The bytes of a file; of one that is too large one more than are read.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    file.take(MOST_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    fn of(path: &Path) -> IntakeOrder {
        IntakeOrder {
            from: IntakeFrom::File(path.to_owned()),
            answers: crate::office::intake::IntakeAnswers::default(),
        }
    }

    #[test]
    fn a_file_is_read_and_what_cannot_be_read_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let office = Office::over(Store::open(&folder.path().join("store")).unwrap().0);
        let path = folder.path().join("a.txt");
        assert_eq!(
            read(&office, of(&path)),
            Err(NotRead::File(path.clone(), DiskError::NotFound))
        );
        std::fs::write(
            &path,
            "صورتجلسه سومین جلسه کمیته آب\nتاریخ: ۱۴۰۲/۰۱/۲۰\nمصوبات:\n۱- نهر پاک شود.\n",
        )
        .unwrap();
        let reviewed = read(&office, of(&path)).unwrap();
        assert_eq!(reviewed.session.resolutions.len(), 1);
        assert_eq!(reviewed.session.source.name, "a.txt");
        std::fs::write(&path, "  \n").unwrap();
        assert_eq!(read(&office, of(&path)), Err(NotRead::Empty));
        let folder = folder.path();
        assert_eq!(
            read(&office, of(folder)),
            Err(NotRead::File(folder.to_owned(), DiskError::IsAFolder))
        );
    }
}
