using Game;
using Game.Storage;
using Game.World;

var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Delver");
Directory.CreateDirectory(folder);

var log = new GameLog(Path.Combine(folder, "game.log"));
var settings = Settings.Load(Path.Combine(folder, "settings.ini"));
var saves = new SaveGames(folder);
var scores = new HighScores(Path.Combine(folder, "highscores.json"));

var level = args.Length > 0 ? Level.Load(args[0]) : Level.Random(width: 12, height: 8, seed: Environment.TickCount);
var hero = saves.TryLoad("auto") ?? new Hero { Name = settings.PlayerName, Health = 20 };
var battle = new Battle(new Random(), settings.Difficulty, log);

var started = DateTime.Now;
using (var replay = new Replay(Path.Combine(folder, $"replay-{started:yyyyMMdd-HHmmss}.bin")))
{
    foreach (var monster in level.Monsters)
    {
        if (!hero.IsAlive)
            break;

        battle.Fight(hero, monster);
        replay.Record(hero, monster);
        saves.Save("auto", hero);
    }
}

scores.Add(new Score(hero.Name, hero.Gold, DateTime.Now));
foreach (var score in scores.Best(10))
    Console.WriteLine($"{score.Points,6}  {score.Player,-16} {score.At:d}");

log.Write($"played for {DateTime.Now - started:mm\\:ss}");
