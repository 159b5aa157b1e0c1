package enum PlaceholderIntake {}
