"""How the tables under data/ are compiled from the collected ones under data/raw/."""
