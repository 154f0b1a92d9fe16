//! Reading what users have into articles.
