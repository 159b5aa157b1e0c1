# make demo   see it work, from nothing, in a few minutes
# make build  the release executable: .build/release/sohoa
# make test   everything that must hold
# make bench  pages per minute and memory, against OCRmyPDF and against bare Tesseract (BENCH="--pages 4 --long 10" for a short look)
# make format / make lint / make samples

SHELL := /bin/sh
SWIFT ?= swift

# What the program is built on and runs on; each is explained in docs/dependencies.md.
BUILD_PACKAGES := pkg-config libtesseract-dev tesseract-ocr-vie tesseract-ocr-script-viet tesseract-ocr-osd libleptonica-dev libpoppler-glib-dev \
	libqpdf-dev libzbar-dev libtiff-dev libheif-dev liblcms2-dev libsqlite3-dev libxlsxwriter-dev libzip-dev libexpat1-dev \
	libqrencode-dev libcairo2-dev fonts-dejavu-core
# What the tests use beside it: real peers and makers of hostile files.
TEST_PACKAGES := prometheus qpdf poppler-utils imagemagick libheif-examples python3 python3-pil python3-numpy python3-qrcode python3-reportlab fonts-liberation2 curl \
	default-jre-headless libpdfbox2-java libfontbox2-java libactivation-java libjaxb-api-java
DEMO_PACKAGES := curl
# What `make bench` measures against and makes its scans with.
BENCH_PACKAGES := ghostscript qpdf python3 python3-venv python3-pil python3-numpy python3-qrcode python3-reportlab fonts-liberation2 tesseract-ocr tesseract-ocr-eng

.PHONY: build demo test bench lint format samples packages clean

build: packages
	$(SWIFT) build -c release --product sohoa

packages:
	@scripts/install-packages $(BUILD_PACKAGES)

demo: build
	@scripts/install-packages $(DEMO_PACKAGES)
	@scripts/demo .build/release/sohoa

test: packages lint
	@scripts/install-packages $(TEST_PACKAGES)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

bench: build
	@scripts/install-packages $(BENCH_PACKAGES)
	scripts/bench --out .build/bench/table.md $(BENCH)

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

samples:
	@scripts/install-packages python3 python3-pil python3-numpy python3-qrcode python3-reportlab fonts-liberation2
	/usr/bin/python3 samples/generate --out samples

clean:
	$(SWIFT) package clean
