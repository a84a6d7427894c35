"""Makes small tokenizer.json files, and the ids that Hugging Face's own Python package gives with them.

Needs `pip install tokenizers`. Run in this folder: python subwords.py
"""

import json
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

HERE = Path(__file__).parent.parent / "resources" / "subwords"

TEXT = """a lovely dress that fits and flatters
the dress was torn and the seams were scratchy
I would buy this lovely soft jacket again and again
awful colour, awful fit, returned it the same day
the softest fabric I have ever worn, simply unbelievable
it unravelled after one wash and I was disappointed
great value for the price and a flattering shape"""

TEXTS = [
    "",
    "a lovely dress",
    "Unbelievably soft, awfully scratchy!",
    "the  the\nthe",
    "caf\u00e9 \u6771\u4eac \U0001f600",
    "I would buy this [SEP] again",
    " ".join(["softest jackets"] * 30),
]


def wordpiece():
    made = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    made.train_from_iterator(
        TEXT.splitlines(), trainers.WordPieceTrainer(vocab_size=120, special_tokens=special, show_progress=False)
    )
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    # As published files often have them: they must not act.
    made.enable_padding(length=16, pad_id=0, pad_token="[PAD]")
    made.enable_truncation(max_length=16)
    return made


def bytes_bpe():
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    made.train_from_iterator(
        TEXT.splitlines(), trainers.BpeTrainer(vocab_size=300, initial_alphabet=sorted(alphabet), show_progress=False)
    )
    return made


def unigram():
    made = Tokenizer(models.Unigram())
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.train_from_iterator(
        TEXT.splitlines(),
        trainers.UnigramTrainer(vocab_size=90, unk_token="<unk>", special_tokens=["<unk>", "</s>"], show_progress=False),
    )
    made.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    return made


golden = {"texts": TEXTS}
for name, tokenizer in (("wordpiece", wordpiece()), ("bytes-bpe", bytes_bpe()), ("unigram", unigram())):
    tokenizer.save(str(HERE / f"{name}.json"), pretty=False)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    golden[name] = {
        "size": max(tokenizer.get_vocab().values()) + 1,
        "special": [tokenizer.encode(text).ids for text in TEXTS],
        "plain": [tokenizer.encode(text, add_special_tokens=False).ids for text in TEXTS],
    }
(HERE / "golden.json").write_text(json.dumps(golden, indent=1) + "\n", encoding="utf-8")
