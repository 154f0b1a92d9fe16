//! English lemmas.
