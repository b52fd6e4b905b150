namespace DataEngAnalyzers.Sql;

/// <summary>A set of ASCII words that is asked about stretches of text, without regard to case and without allocating.</summary>
internal sealed class SqlWordTable
{
    private readonly string[] _words;
    private readonly ushort[] _slots;
    private readonly int _mask;
    private readonly int _longest;

    public SqlWordTable(params string[] words)
    {
        _words = words;
        _mask = 15;
        while (_mask < words.Length * 3)
            _mask = (_mask * 2) + 1;

        // A slot holds one more than the index of its word; 0 is free.
        _slots = new ushort[_mask + 1];
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word].Length > _longest)
                _longest = words[word].Length;

            var slot = Hash(words[word], 0, words[word].Length);
            while (_slots[slot] != 0)
                slot = (slot + 1) & _mask;
            _slots[slot] = (ushort)(word + 1);
        }
    }

    /// <summary>The index of the word that a stretch of text spells; negative when it spells none.</summary>
    public int Find(string text, int start, int length)
    {
        if (length > _longest)
            return -1;

        for (var slot = Hash(text, start, length); _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            var word = _words[_slots[slot] - 1];
            if (word.Length == length && SqlWords.Spells(text, start, word))
                return _slots[slot] - 1;
        }

        return -1;
    }

    public bool Has(SqlTokens tokens, int at) => Find(tokens.Source.Text, tokens[at].Start, tokens[at].Length) >= 0;

    // Setting bit 5 folds the case of ASCII letters.
    private int Hash(string text, int start, int length)
    {
        var hash = (uint)length;
        for (var i = start; i < start + length; i++)
            hash = (hash * 31) + (uint)(text[i] | 0x20);
        return (int)((hash ^ (hash >> 15)) & (uint)_mask);
    }
}
