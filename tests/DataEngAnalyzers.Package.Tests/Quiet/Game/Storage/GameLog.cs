namespace Game.Storage;

/// <summary>What happened, for the curious and for bug reports.</summary>
public sealed class GameLog(string path)
{
    public void Write(string message)
    {
        try
        {
            File.AppendAllText(path, $"{DateTime.Now:s} {message}{Environment.NewLine}");
        }
        catch (IOException)
        {
            // A full disk must not end the game.
        }
    }

    public void WriteCrash(Exception exception)
    {
        using var writer = new StreamWriter(Path.ChangeExtension(path, ".crash.txt"), append: true);
        writer.WriteLine(DateTime.Now);
        writer.WriteLine(exception);
    }
}
