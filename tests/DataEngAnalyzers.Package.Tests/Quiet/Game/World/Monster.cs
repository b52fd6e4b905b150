namespace Game.World;

/// <summary>Something that bites.</summary>
public sealed record Monster(string Name, int Strength, int Health, int X, int Y)
{
    private static readonly string[] Names = ["bat", "rat", "slime", "ghoul", "wyrm"];

    public static Monster Spawn(Random random, int x, int y)
    {
        var kind = random.Next(Names.Length);
        return new Monster(Names[kind], Strength: 1 + kind, Health: 2 + kind * 2, x, y);
    }
}
