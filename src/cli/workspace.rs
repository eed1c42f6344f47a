//! No command: the workspace on this terminal. Does not know what is on the screen.

use super::call::Call;
use super::fault::Fault;
use crate::store::Store;
use std::io::{IsTerminal, stdin, stdout};

/// Opens the workspace on the store.
pub(super) fn run(call: &Call) -> Result<(), Fault> {
    need_terminal(call)?;
    let store = call.open_store()?;
    open(call, store, false)
}

/// The workspace needs a terminal on both sides.
pub(super) fn need_terminal(call: &Call) -> Result<(), Fault> {
    let there = stdin().is_terminal() && stdout().is_terminal();
    if there {
        Ok(())
    } else {
        Err(Fault::not_done(call.say("workspace-no-terminal")))
    }
}

/// Opens it on an open store; `sample` is the office of the demonstration.
pub(super) fn open(call: &Call, store: Store, sample: bool) -> Result<(), Fault> {
    let _ = (store, sample);
    Err(Fault::not_done(call.say("fault-program")))
}
