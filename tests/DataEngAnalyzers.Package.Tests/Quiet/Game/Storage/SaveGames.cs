using System.Text.Json;
using Game.World;

namespace Game.Storage;

/// <summary>Heroes on disk, one file each.</summary>
public sealed class SaveGames(string folder)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public void Save(string slot, Hero hero)
    {
        using var stream = new FileStream(PathOf(slot), FileMode.Create, FileAccess.Write);
        JsonSerializer.Serialize(stream, hero, Options);
    }

    public Hero? TryLoad(string slot)
    {
        var path = PathOf(slot);
        if (!File.Exists(path))
            return null;

        try
        {
            using var stream = File.OpenRead(path);
            var hero = JsonSerializer.Deserialize<Hero>(stream);
            return hero is { IsAlive: true } ? hero : null;
        }
        catch (JsonException)
        {
            File.Move(path, path + ".broken", overwrite: true);
            return null;
        }
    }

    public IEnumerable<string> Slots() =>
        Directory.EnumerateFiles(folder, "*.save.json").Select(path => Path.GetFileName(path)[..^".save.json".Length]);

    public void Copy(string from, string to)
    {
        var json = File.ReadAllText(PathOf(from));
        File.WriteAllText(PathOf(to), json);
    }

    private string PathOf(string slot) => Path.Combine(folder, slot + ".save.json");
}
