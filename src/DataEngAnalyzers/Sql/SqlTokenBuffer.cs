using System;

namespace DataEngAnalyzers.Sql;

/// <summary>Gathers tokens and pairs their parentheses as they come.</summary>
internal struct SqlTokenBuffer
{
    private const int None = -1;

    // A mark for what stands before the first token and one for what stands behind the last.
    private const int Margins = 2;

    private SqlToken[] _slots;
    private int _open;

    public SqlTokenBuffer(int capacity)
    {
        _slots = new SqlToken[capacity + Margins];
        _open = None;
        Count = 0;
    }

    public int Count { get; private set; }

    public readonly ref readonly SqlToken this[int index] => ref _slots[index + 1];

    public void Add(SqlTokenKind kind, SqlKeyword keyword, int start, int length)
    {
        if (Count + Margins == _slots.Length)
            Array.Resize(ref _slots, _slots.Length + (_slots.Length / 2));

        _slots[Count + 1] = new SqlToken(kind, keyword, start, length, kind switch
        {
            SqlTokenKind.OpenParen => Open(),
            SqlTokenKind.CloseParen => Close(),
            _ => 0,
        });
        Count++;
    }

    /// <summary>The tokens from slot 1 on, between the two marks.</summary>
    public SqlToken[] Finish(int end)
    {
        while (_open != None)
            _open = SetPartner(_open, Count);

        _slots[0] = new SqlToken(SqlTokenKind.End, SqlKeyword.None, 0, 0, Count);
        _slots[Count + 1] = new SqlToken(SqlTokenKind.End, SqlKeyword.None, end, 0, Count);
        return _slots;
    }

    // While a parenthesis is open, its partner is the one open around it.
    private int Open()
    {
        var around = _open;
        _open = Count;
        return around;
    }

    private int Close()
    {
        if (_open == None)
            return Count;

        var open = _open;
        _open = SetPartner(open, Count);
        return open;
    }

    private readonly int SetPartner(int index, int partner)
    {
        var former = _slots[index + 1].Partner;
        _slots[index + 1] = _slots[index + 1].WithPartner(partner);
        return former;
    }
}
