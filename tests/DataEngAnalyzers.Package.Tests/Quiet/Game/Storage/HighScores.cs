using System.Text.Json;

namespace Game.Storage;

public sealed record Score(string Player, int Points, DateTime At);

/// <summary>The hall of fame.</summary>
public sealed class HighScores
{
    private readonly string _path;
    private readonly List<Score> _scores;

    public HighScores(string path)
    {
        _path = path;
        _scores = File.Exists(path)
            ? JsonSerializer.Deserialize<List<Score>>(File.ReadAllText(path)) ?? []
            : [];
    }

    public void Add(Score score)
    {
        _scores.Add(score);
        _scores.Sort((left, right) => right.Points.CompareTo(left.Points));
        File.WriteAllText(_path, JsonSerializer.Serialize(_scores));
    }

    public IEnumerable<Score> Best(int count) => _scores.Take(count);

    /// <summary>The best of the last week, for the title screen.</summary>
    public Score? BestOfWeek()
    {
        var since = DateTime.Now.AddDays(-7);
        return _scores.Where(score => score.At >= since).MaxBy(score => score.Points);
    }
}
