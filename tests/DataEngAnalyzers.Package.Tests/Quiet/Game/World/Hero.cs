namespace Game.World;

/// <summary>The player's character; everything here goes into the saved game.</summary>
public sealed class Hero
{
    public string Name { get; set; } = "";
    public int Health { get; set; }
    public int Gold { get; set; }
    public int Level { get; set; } = 1;
    public List<string> Items { get; set; } = [];

    public bool IsAlive => Health > 0;

    public void Take(IEnumerable<string> loot)
    {
        foreach (var item in loot)
        {
            if (Items.Count < 10)
                Items.Add(item);
        }
    }

    public void Heal(int points) => Health = Math.Min(Health + points, 20 + Level * 2);
}
