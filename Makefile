# SPDX-License-Identifier: GPL-3.0-or-later
#
# Pensum: one C program that makes a training site out of Markdown.
# GNU make. `make help` lists the targets; docs/ and generator/README.md explain the rest.
#
#	make VARIANT=asan          another way of compiling (obj, debug, asan, tsan)
#	make BUILD=/tmp/mine       another folder for all that is made
#	make unit-str              one unit test, tests/unit/test_str.c
#	make V=1                   shows whole commands

# ---- list of rooms -------------------------------------------------------------------
#
# From the bottom up; generator/LAYERS says who may use whom, `make layers` checks it.

ROOMS = base model read translate assemble localise check search render score publish build package results repair import i18n author serve cli

# What is embedded into the program, besides these folders nothing.
STOCK_DIRS = generator/author/skeleton generator/score/js generator/search/js generator/serve/js locales lua themes/default

# ---- user configuration --------------------------------------------------------------

VERSION = 0.1.0
PREFIX  = /usr/local
DESTDIR =
BUILD   = build
VARIANT = obj

# However it was given: a dependency file knows its object by one name only.
override BUILD := $(patsubst $(CURDIR)/%,%,$(abspath $(BUILD)))

# say: one word and a file instead of the command, unless V=1.
say = @$(if $(V),,printf '  %-6s %s\n' $1 $2;)$(if $(V),set -x;)

ifeq ($(origin CC),default)
CC = gcc
endif
PKG_CONFIG = pkg-config
LUA        = lua5.4
INSTALL    = install
# Libraries of the program: yes takes their static archives, no the shared ones (docs/dependencies.md).
ARCHIVES   = yes

# ---- compiler and libraries ----------------------------------------------------------

PACKAGES  = libcmark-gfm yaml-0.1 lua5.4 icu-i18n icu-uc libpcre2-8 libxxhash yajl gmp libxml-2.0
PKG_FLAGS := $(patsubst -I%,-isystem %,$(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null))
PKG_LIBS  := $(shell $(PKG_CONFIG) --libs $(PACKAGES) 2>/dev/null)
# cmark-gfm's extensions come without a .pc file.
LIBS = -lcmark-gfm-extensions -lgettextpo -lstemmer $(PKG_LIBS) -lz -lpthread -lm
# The C library stays shared. YAJL's archive has a name of its own; ICU is C++ inside. Packed, the places that are relocated at
# each start take 10 kB to read instead of 780.
ARCHIVED = -Wl,-z,pack-relative-relocs -Wl,-Bstatic -lcmark-gfm-extensions -lgettextpo -lunistring -lstemmer \
	$(patsubst -lyajl,-lyajl_s,$(filter-out -lpthread -lm -ldl,$(shell $(PKG_CONFIG) --static --libs $(PACKAGES) 2>/dev/null))) \
	-lstdc++ -Wl,-Bdynamic -static-libgcc -lpthread -lm
# Tests have the shared ones: ICU's data in each of them would fill the disk.
LINKED   = $(if $(filter yesobj,$(ARCHIVES)$(VARIANT)),$(ARCHIVED),$(LIBS))

WARNINGS = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
	-Wcast-qual -Wwrite-strings -Wundef -Wvla -Werror
HARDEN   = -D_FORTIFY_SOURCE=2 -fstack-protector-strong

# What differs between the variants, and nothing else does.
MODE_obj   = -O2 -g $(HARDEN)
MODE_debug = -Og -g3
MODE_asan  = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
MODE_tsan  = -O1 -g -fno-omit-frame-pointer -fsanitize=thread
MODE       = $(or $(MODE_$(VARIANT)),$(error VARIANT=$(VARIANT): use obj, debug, asan or tsan))

CPPFLAGS_ALL = -D_GNU_SOURCE -DPENSUM_VERSION='"$(VERSION)"' -Igenerator $(PKG_FLAGS) $(CPPFLAGS)
CFLAGS_ALL   = -std=c17 $(MODE) -fPIE $(WARNINGS) $(CFLAGS)
LDFLAGS_ALL  = $(MODE) -pie -Wl,-z,relro,-z,now $(LDFLAGS)

# ---- list of files -------------------------------------------------------------------

OBJ      = $(BUILD)/$(VARIANT)
PENSUM   = $(if $(filter obj,$(VARIANT)),$(BUILD)/pensum,$(OBJ)/pensum)
SOURCES := $(sort $(foreach room,$(ROOMS),$(wildcard generator/$(room)/*.c)))
OBJECTS  = $(SOURCES:generator/%.c=$(OBJ)/%.o)
MAIN     = $(OBJ)/cli/main.o
LIBRARY  = $(OBJ)/libpensum.a
STOCK_THERE := $(wildcard $(STOCK_DIRS))
STOCK   := $(if $(STOCK_THERE),$(shell find $(STOCK_THERE) -type f ! -name '.*' 2>/dev/null | LC_ALL=C sort))
# Templates are compiled now, so that the program need not at each start.
TEMPLATES = $(if $(filter lua/template.lua,$(STOCK)),$(filter-out themes/default/assets/%,$(filter themes/default/%.html,$(STOCK))))
COMPILED  = $(TEMPLATES:%=compiled/%)
LUA_LIBRARY = $(shell $(PKG_CONFIG) --modversion lua5.4 2>/dev/null)
# Nor read YAML for the strings of the interface.
LOCALES   = $(filter locales/%.yaml,$(STOCK))
FROZEN    = $(LOCALES:%=frozen/%)
# The browser's pieces are made small now; those that score are embedded as they are written as well, for Node.js.
PIECES    = $(filter generator/score/js/%.js generator/search/js/%.js,$(STOCK))
SHEETS    = $(filter themes/default/%.css themes/default/%.js,$(STOCK))
MINIFIED  = $(PIECES:%=minified/%) $(SHEETS:%=minified/%)
EMBED    = $(OBJ)/embed
EMBEDDED = $(EMBED)/stock.o $(EMBED)/table.o
UNIT    := $(sort $(wildcard tests/unit/test_*.c))
UNITS    = $(UNIT:tests/unit/%.c=$(OBJ)/unit/%)
FORMATTED = $(wildcard generator/*/*.[ch] tests/*/*.[ch] tools/*.[ch])

.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: all site test units asan tsan valgrind soak bench format format-check layers \
	golden install uninstall clean dist help bench-tools shots lighthouse FORCE

# ---- notes ---------------------------------------------------------------------------
#
# A note is a file that holds a variable's value, written anew only where it would differ:
# with other flags or another set of files, what was made from them is made again.

noted = $(shell cat $1 2>/dev/null)
note  = $(if $(subst x$(noted),,x$2)$(subst x$2,,x$(noted)),$(shell mkdir -p $(dir $1))$(file >$1,$2))

FLAGS = $(strip $(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $(LDFLAGS_ALL))
ifeq ($(filter clean help dist format format-check,$(MAKECMDGOALS)),)
$(call note,$(OBJ)/flags,$(FLAGS))
$(call note,$(OBJ)/objects,$(OBJECTS))
$(call note,$(OBJ)/linked,$(strip $(LINKED)))
$(call note,$(EMBED)/files,$(strip $(sort $(COMPILED) $(FROZEN) $(MINIFIED) $(STOCK))))
endif

# ---- the program ---------------------------------------------------------------------

all: $(PENSUM) ## build the program: build/pensum

$(PENSUM): $(MAIN) $(LIBRARY) $(OBJ)/linked
	@mkdir -p $(@D)
	$(call say,LD,$@) $(CC) $(LDFLAGS_ALL) -Wl,--dependency-file=$(OBJ)/linked.d -o $@ $(MAIN) $(LIBRARY) $(LINKED)

# Everything but main(), so that a test program takes from it what it needs.
$(LIBRARY): $(filter-out $(MAIN),$(OBJECTS)) $(EMBEDDED) $(OBJ)/objects
	@rm -f $@
	$(call say,AR,$@) ar qcsD $@ $(filter %.o,$^)

$(OBJ)/%.o: generator/%.c $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# ---- what is embedded ----------------------------------------------------------------

$(EMBED)/compiled.done: $(EMBED)/files tools/precompile $(filter lua/%,$(STOCK)) $(TEMPLATES)
	$(call say,LUA,$(EMBED)/compiled) $(if $(TEMPLATES),$(LUA) tools/precompile $(EMBED)/compiled '$(LUA_LIBRARY)' $(TEMPLATES),:)
	@touch $@

# It reads as the program does: by the same files, out of an archive of what they need. That is no reason to make it again.
$(EMBED)/freeze: $(EMBED)/freeze.o $(OBJ)/read/yaml.o $(OBJ)/read/scalar.o $(OBJ)/read/stored.o | $(EMBED)/reading.a
	$(call say,LD,$@) $(CC) $(LDFLAGS_ALL) -o $@ $^ $(EMBED)/reading.a $(LIBS)

$(EMBED)/freeze.o: tools/freeze.c $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(EMBED)/reading.a: $(filter $(OBJ)/base/%.o $(OBJ)/model/%.o $(OBJ)/read/%.o,$(OBJECTS))
	@rm -f $@
	$(call say,AR,$@) ar qcsDT $@ $^

$(EMBED)/frozen.done: $(EMBED)/files $(if $(LOCALES),$(EMBED)/freeze) $(LOCALES)
	$(call say,YAML,$(EMBED)/frozen) $(if $(LOCALES),$(EMBED)/freeze $(EMBED)/frozen $(LOCALES),:)
	@touch $@

$(EMBED)/minified.done: $(EMBED)/files tools/minify $(PIECES) $(SHEETS)
	$(call say,JS,$(EMBED)/minified) tools/minify $(EMBED) $(PIECES) $(SHEETS)
	@touch $@

$(EMBED)/stock.s: $(EMBED)/files $(EMBED)/compiled.done $(EMBED)/frozen.done $(EMBED)/minified.done tools/embed $(STOCK)
	$(call say,EMBED,$@) tools/embed blobs $(EMBED)/files $(EMBED) >$@

$(EMBED)/table.c: $(EMBED)/files $(EMBED)/compiled.done $(EMBED)/frozen.done $(EMBED)/minified.done tools/embed $(STOCK)
	$(call say,EMBED,$@) tools/embed table $(EMBED)/files $(EMBED) >$@

$(EMBED)/stock.o: $(EMBED)/stock.s
	$(call say,AS,$@) $(CC) -c -o $@ $<

$(EMBED)/table.o: $(EMBED)/table.c $(OBJ)/flags
	$(call say,CC,$<) $(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# ---- unit tests ----------------------------------------------------------------------

units: $(UNITS)

$(OBJ)/unit/%: tests/unit/%.c $(LIBRARY) $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,TEST,$<) $(CC) $(CPPFLAGS_ALL) -Itests/unit $(CFLAGS_ALL) -MMD -MP $(LDFLAGS_ALL) -o $@ $< $(LIBRARY) -lcmocka $(LIBS)

# One test while the rest of the house may be in pieces: what compiles is linked.
unit-%: FORCE
	-@$(MAKE) --no-print-directory -k $(filter-out $(MAIN),$(OBJECTS)) $(EMBEDDED)
	@mkdir -p $(OBJ)/unit && rm -f $(OBJ)/unit/part.a
	@ar qcs $(OBJ)/unit/part.a $$(ls $(filter-out $(MAIN),$(OBJECTS)) $(EMBEDDED) 2>/dev/null)
	$(call say,TEST,$@) $(CC) $(CPPFLAGS_ALL) -Itests/unit $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $(OBJ)/unit/$@ tests/unit/test_$*.c \
		$(OBJ)/unit/part.a -lcmocka $(LIBS)
	$(OBJ)/unit/$@

PACKAGES_TEST = tools/install-packages tools/packages-site.txt tools/packages-test.txt

# ---- targets for people --------------------------------------------------------------

site: ## install what is missing, build, and render content/ to public/
	tools/install-packages tools/packages-site.txt
	@$(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$$(nproc)) all
	$(PENSUM) build

test: ## install what the tests need and run them all
	@$(PACKAGES_TEST)
	@BUILD=$(BUILD) tests/run

asan: ## tests with AddressSanitizer and UndefinedBehaviorSanitizer
	@$(PACKAGES_TEST)
	@BUILD=$(BUILD) tests/run --variant asan

tsan: ## tests with ThreadSanitizer
	@$(PACKAGES_TEST)
	@BUILD=$(BUILD) tests/run --variant tsan

valgrind: ## tests under Valgrind's memory checker
	@$(PACKAGES_TEST)
	@BUILD=$(BUILD) tests/run --variant valgrind

soak: ## 10,000 random edits, each build beside one from nothing (EDITS, SEED)
	@$(PACKAGES_TEST)
	@seed=$${SEED:-$$(date +%s)}; echo "seed $$seed"; SEED=$$seed EDITS=$${EDITS:-10000} SUITE_TIMEOUT=$${SUITE_TIMEOUT:-14400} BUILD=$(BUILD) \
		tests/run$(if $(filter-out obj,$(VARIANT)), --variant $(VARIANT)) verify

# What measures: compiled like the program, without its libraries.
bench-tools: $(BUILD)/bench/measure $(BUILD)/bench/floor

$(BUILD)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) -D_GNU_SOURCE $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $< -lcmark-gfm-extensions -lcmark-gfm -lpthread

shots: all ## pictures of all kinds of pages, at three widths, dark and on paper: build/shots
	@BUILD=$(BUILD) PENSUM=$(PENSUM) tests/conform/shots

lighthouse: all ## Lighthouse on home, a lesson and a quiz
	@BUILD=$(BUILD) PENSUM=$(PENSUM) tests/conform/lighthouse/measure

bench: all ## time and memory beside the floor program and peers
	@BUILD=$(BUILD) tests/bench/run

format: ## let clang-format rewrite the C files
	clang-format -i $(FORMATTED)

format-check: ## say which C files clang-format would change
	@clang-format --dry-run $(FORMATTED)

layers: ## check that every include runs downhill (generator/LAYERS)
	@tools/layers $(BUILD)/obj

golden: all ## regenerate expected results, showing each difference
	@BUILD=$(BUILD) tests/run --golden

install: all ## install the program and its manual (PREFIX, DESTDIR)
	$(INSTALL) -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	$(INSTALL) -m 755 $(PENSUM) $(DESTDIR)$(PREFIX)/bin/pensum
	$(INSTALL) -m 644 docs/pensum.1 $(DESTDIR)$(PREFIX)/share/man/man1/pensum.1

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/pensum $(DESTDIR)$(PREFIX)/share/man/man1/pensum.1

dist: ## a source archive of the last commit: build/pensum-VERSION.tar.gz
	@mkdir -p $(BUILD)
	git archive --format=tar.gz --prefix=pensum-$(VERSION)/ -o $(BUILD)/pensum-$(VERSION).tar.gz HEAD

clean: ## remove everything that was built
	rm -rf $(BUILD)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# ---- dependency handling -------------------------------------------------------------

-include $(OBJECTS:.o=.d) $(OBJ)/linked.d $(EMBED)/table.d $(EMBED)/freeze.d $(UNITS:=.d)
