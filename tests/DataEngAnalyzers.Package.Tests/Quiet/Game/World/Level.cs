namespace Game.World;

/// <summary>A map with its monsters.</summary>
public sealed class Level
{
    private readonly char[,] _tiles;

    private Level(char[,] tiles, IReadOnlyList<Monster> monsters)
    {
        _tiles = tiles;
        Monsters = monsters;
    }

    public IReadOnlyList<Monster> Monsters { get; }

    public char this[int x, int y] => _tiles[x, y];

    public static Level Random(int width, int height, int seed)
    {
        var random = new Random(seed);
        var tiles = new char[width, height];
        var monsters = new List<Monster>();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                tiles[x, y] = random.NextDouble() < 0.2 ? '#' : '.';
                if (tiles[x, y] == '.' && random.Next(20) == 0)
                    monsters.Add(Monster.Spawn(random, x, y));
            }
        }

        return new Level(tiles, monsters);
    }

    /// <summary>Reads a level file: its size on the first line, the map, then one monster a line.</summary>
    public static Level Load(string path)
    {
        using var reader = new StreamReader(path);
        var size = reader.ReadLine()!.Split('x');
        var width = int.Parse(size[0]);
        var height = int.Parse(size[1]);

        var tiles = new char[width, height];
        for (var y = 0; y < height; y++)
        {
            var row = reader.ReadLine()!;
            for (var x = 0; x < width; x++)
                tiles[x, y] = row[x];
        }

        var monsters = new List<Monster>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            monsters.Add(new Monster(parts[0], int.Parse(parts[1]), int.Parse(parts[2]), int.Parse(parts[3]), int.Parse(parts[4])));
        }

        return new Level(tiles, monsters);
    }
}
