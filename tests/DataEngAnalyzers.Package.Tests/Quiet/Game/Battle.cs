using Game.Storage;
using Game.World;

namespace Game;

/// <summary>Dice and consequences.</summary>
public sealed class Battle(Random random, float difficulty, GameLog log)
{
    public void Fight(Hero hero, Monster monster)
    {
        var health = monster.Health;
        while (hero.IsAlive && health > 0)
        {
            health -= random.Next(1, 4 + hero.Level);
            if (health > 0)
                hero.Health -= (int)Math.Ceiling(random.Next(0, monster.Strength + 1) * difficulty);
        }

        if (!hero.IsAlive)
        {
            log.Write($"{hero.Name} was killed by a {monster.Name}");
            return;
        }

        hero.Gold += random.Next(1, 10) * monster.Strength;
        hero.Take(Loot(monster));
        if (hero.Gold > hero.Level * 50)
            hero.Level++;

        hero.Heal(random.Next(0, 3));
        log.Write($"{hero.Name} killed a {monster.Name}, {hero.Gold} gold");
    }

    private IEnumerable<string> Loot(Monster monster)
    {
        if (random.NextDouble() < 0.3)
            yield return $"{monster.Name} tooth";
        if (random.NextDouble() < 0.05)
            yield return "potion";
    }
}
