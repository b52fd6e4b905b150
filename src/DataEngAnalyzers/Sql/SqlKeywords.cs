using System;

namespace DataEngAnalyzers.Sql;

/// <summary>Finds the keyword a word spells, without regard to case and without allocating.</summary>
internal static class SqlKeywords
{
    private const int SlotCount = 1024;

    private static readonly string[] Spellings = Enum.GetNames(typeof(SqlKeyword));

    private static readonly ushort[] Slots = FillSlots();

    public static SqlKeyword Find(string text, int start, int length)
    {
        for (var slot = Hash(text, start, length); Slots[slot] != 0; slot = (slot + 1) % SlotCount)
        {
            var spelling = Spellings[Slots[slot]];
            if (spelling.Length == length && string.Compare(spelling, 0, text, start, length, StringComparison.OrdinalIgnoreCase) == 0)
                return (SqlKeyword)Slots[slot];
        }

        return SqlKeyword.None;
    }

    public static bool IsReserved(SqlKeyword keyword) => keyword is > SqlKeyword.None and < SqlKeyword.Reserved;

    /// <summary>Behind an operand or a table the word begins something else.</summary>
    public static bool CannotFollowAsAlias(SqlKeyword keyword) => keyword is > SqlKeyword.None and < SqlKeyword.NoAlias;

    private static ushort[] FillSlots()
    {
        var slots = new ushort[SlotCount];
        for (var keyword = 1; keyword < Spellings.Length; keyword++)
        {
            if ((SqlKeyword)keyword is SqlKeyword.Reserved or SqlKeyword.NoAlias)
                continue;

            var slot = Hash(Spellings[keyword], 0, Spellings[keyword].Length);
            while (slots[slot] != 0)
                slot = (slot + 1) % SlotCount;
            slots[slot] = (ushort)keyword;
        }

        return slots;
    }

    // Setting bit 5 folds the case of ASCII letters.
    private static int Hash(string text, int start, int length)
    {
        var hash = (uint)length;
        for (var i = start; i < start + length; i++)
            hash = (hash * 31) + (uint)(text[i] | 0x20);
        return (int)(hash % SlotCount);
    }
}
