using System.Globalization;

namespace Game.Storage;

/// <summary>Key and value a line, as players like to edit them.</summary>
public sealed class Settings
{
    public string PlayerName { get; private set; } = "Delver";
    public float Difficulty { get; private set; } = 1;
    public bool Sound { get; private set; } = true;

    public static Settings Load(string path)
    {
        var settings = new Settings();
        if (!File.Exists(path))
        {
            settings.Save(path);
            return settings;
        }

        foreach (var line in File.ReadAllLines(path))
        {
            var parts = line.Split('=', 2);
            if (parts.Length < 2)
                continue;

            switch (parts[0].Trim())
            {
                case "player":
                    settings.PlayerName = parts[1].Trim();
                    break;
                case "difficulty":
                    settings.Difficulty = float.Parse(parts[1], CultureInfo.InvariantCulture);
                    break;
                case "sound":
                    settings.Sound = bool.Parse(parts[1]);
                    break;
            }
        }

        return settings;
    }

    private void Save(string path) => File.WriteAllLines(path,
    [
        $"player={PlayerName}",
        string.Create(CultureInfo.InvariantCulture, $"difficulty={Difficulty}"),
        $"sound={Sound}",
    ]);
}
