using Game.World;

namespace Game.Storage;

/// <summary>A compact record of every fight.</summary>
public sealed class Replay : IDisposable
{
    private readonly FileStream _stream;
    private readonly BinaryWriter _writer;

    public Replay(string path)
    {
        _stream = new FileStream(path, FileMode.Append, FileAccess.Write);
        _writer = new BinaryWriter(_stream);
    }

    public void Record(Hero hero, Monster monster)
    {
        _writer.Write(hero.Name);
        _writer.Write(hero.Health);
        _writer.Write(monster.Name);
        _writer.Write(monster.X);
        _writer.Write(monster.Y);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }
}
