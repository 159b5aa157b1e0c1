package enum PlaceholderIndicators {}
