//! The two halves of an open store behind one lock: the journal, and sled, which is opened again when it fails.
//!
//! It does not know how either is opened first.

use super::{
    JournalDamage, Mended, SledFault, StoreError,
    attach::{Comparing, attach, make_again, refusal},
    folder::Folder,
    journal::Journal,
    proof::Proof,
    recent::Recent,
    sled_copy::SledCopy,
};

/// The two halves, one commit at a time.
pub(super) struct Inner {
    pub(super) journal: Journal,
    /// `None` after sled failed, until it could be opened again.
    pub(super) sled: Option<SledCopy>,
    /// The last handle of sled ended with a panic.
    pub(super) sled_panicked: bool,
    /// What was set right since the store was opened, until it is asked for.
    pub(super) mended: Vec<Mended>,
    pub(super) recent: Recent,
    /// What reading over found after opening. Nothing is written to a journal that is damaged.
    pub(super) damage: Option<JournalDamage>,
    /// What of sled must not be read yet.
    pub(super) proof: Proof,
    pub(super) is_journal_away: bool,
    /// Everything was read over, now or since opening.
    pub(super) is_read_over: bool,
    pub(super) large_bytes: u64,
}

impl Inner {
    /// Does `work` on sled; when sled fails, opens it again and tries once more.
    pub(super) fn on_sled<T>(
        &mut self,
        folder: &Folder,
        work: impl Fn(&SledCopy) -> Result<T, SledFault>,
    ) -> Result<T, StoreError> {
        if let Some(sled) = &self.sled {
            match work(sled) {
                Ok(done) => return Ok(done),
                Err(fault) => self.close_sled(&fault),
            }
        }
        let sled = self.revive(folder)?;
        work(sled).map_err(|fault| {
            let error = refusal(folder, &fault).unwrap_or_else(|| StoreError::SledDamaged(fault.clone()));
            self.close_sled(&fault);
            error
        })
    }

    pub(super) fn close_sled(&mut self, fault: &SledFault) {
        tracing::error!(?fault, "sled failed");
        self.sled_panicked = matches!(fault, SledFault::Panic { .. });
        self.close_unproved();
    }

    /// Closes sled; when it is opened again, it is compared whole.
    pub(super) fn close_unproved(&mut self) {
        self.proof.give_up();
        if let Some(sled) = self.sled.take() {
            sled.close();
        }
    }

    /// Lets the next opening believe what was read over, where that is much.
    pub(super) fn remember(&self, folder: &Folder) {
        if self.is_read_over && self.journal.length_byte() > self.large_bytes {
            // Where it cannot be written, the next opening reads everything.
            let _ = self.journal.seen().write(&folder.seen());
        }
    }

    /// Opens sled again beside the journal as it is now.
    pub(super) fn revive(&mut self, folder: &Folder) -> Result<&SledCopy, StoreError> {
        let attached = match attach(folder, &self.journal, Comparing::Everything) {
            // The handle that panicked still has the file: sled is made again beside it.
            Err(StoreError::Locked { .. }) if self.sled_panicked => {
                let (sled, set_aside) = make_again(folder, &self.journal, None)?;
                let (fault, records) = (SledFault::Busy, sled.records());
                (
                    sled,
                    vec![Mended::SledRebuilt {
                        fault,
                        set_aside,
                        records,
                        drafts_lost: false,
                    }],
                )
            }
            attached => attached?,
        };
        let (sled, mended) = attached;
        tracing::warn!(?mended, "sled opened again");
        self.mended.extend(mended);
        self.sled_panicked = false;
        Ok(self.sled.insert(sled))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(sled) = self.sled.take() {
            sled.close();
        }
    }
}
